/** What `replay` prints for one file: the result, why, and what came then and now, line by line. */

import type { ReplayResult } from '../../engine/service/replay/replay.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { clipped } from '../../text/clip.js';
import { diffLines } from '../../text/line-diff.js';
import { visibleText } from '../../text/visible.js';

/** More of a body than this helps nobody on a terminal. */
const maxLines = 20;
const maxBody = 8_000;

/** Several lines without an end of line; what a service sent is shown with hidden characters labelled. */
export function tellReplay(file: string, replay: ReplayCase, { result, reason, difference }: ReplayResult): string {
  const head = [
    `${result}  ${plain(file)}`,
    `  clause  ${plain(replay.clause)}`,
    `  case    ${plain(replay.label)}`,
    `  ${plain(reason)}`,
  ];
  if (difference === undefined) return head.join('\n');
  const { before, now } = difference;
  return [
    ...head,
    `  before  ${plain(before.came)}`,
    `  now     ${plain(now.came)}`,
    ...bodyLines(before.body, now.body),
  ].join('\n');
}

function bodyLines(before: string, now: string): readonly string[] {
  if (before === now) return ['  the bodies of the answers are the same'];
  const lines = (body: string): readonly string[] => body.slice(0, maxBody).split(/\r?\n/);
  const { left, right } = diffLines(lines(before), lines(now));
  const of = (sign: string, side: typeof left): readonly string[] =>
    side
      .filter(({ changed }) => changed)
      .map(({ pieces }) => `  ${sign} ${plain(pieces.map(({ text }) => text).join(''))}`);
  const all = [...of('-', left), ...of('+', right)];
  const rest = all.length - maxLines;
  return rest > 0 ? [...all.slice(0, maxLines), `  and ${rest} more lines`] : all;
}

const plain = (text: string): string => visibleText(clipped(text, 500));
