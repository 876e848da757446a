/** Command lines to copy: replay, send again, curl. The copy button is added by the script. */
import type { FindingRecord, RunRecord } from '../../schemas/record/run-record.js';
import { clip } from '../../text/clip.js';
import { replayCasesOf } from '../../verdicts/replay/replay-cases.js';
import { html, type Markup } from './markup.js';
import { code, visible } from './visible-markup.js';

const shownLimit = 6_000;

/**
 * A line offered for copying ends in somebody's shell, so one that holds control or bidi characters is shown with
 * these labelled but not offered.
 */
export function command(title: string, line: string, note?: Markup): Markup {
  const short = clip(line, shownLimit);
  const offered = !/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line) && !short.cut;
  const lines = short.text.split('\n').map(
    (text) => html`<span class="line">${visible(text)}
</span>`,
  );
  const why = offered
    ? undefined
    : html`<p class="note">Too long or with characters that a shell might act on: take it from run.json.</p>`;
  return html`<div class="command"><div class="message-title">${title}<span class="note">${note}</span></div>
<pre tabindex="0" role="group" aria-label="${title} command"${offered ? html` data-copy="${line}"` : undefined}><code>${lines}</code></pre>${why}</div>`;
}

/** Which findings of a record are saved as replay cases beside the page, and how many could not be. */
export interface Replayed {
  readonly ids: ReadonlySet<string>;
  /** In one sentence for people; empty when there is nothing to send again. */
  readonly told: string;
}

export function replayedOf(record: RunRecord): Replayed {
  const { cases, unfit, beyond } = replayCasesOf(record);
  const left = [
    ...(unfit === 0 ? [] : [`${unfit} cannot be sent again by themselves`]),
    ...(beyond === 0 ? [] : [`${beyond} are beyond the bound of ${cases.length} files`]),
  ];
  const rest = left.length === 0 ? '' : `; ${left.join(', ')}`;
  const told =
    cases.length + unfit === 0 ? '' : `Saved to be sent again in the folder failures: ${cases.length}${rest}.`;
  return { ids: new Set(cases.map(({ finding }) => finding)), told };
}

export function findingCommands({ id, curl, replay }: FindingRecord, replayed: Replayed): Markup | undefined {
  const saved = replayed.ids.has(id);
  if (curl === undefined && replay === undefined && !saved) return undefined;
  const path = replay?.path === undefined ? undefined : html`, path ${code(replay.path)}`;
  return html`<div class="commands">${replay === undefined ? undefined : command('Replay', replay.command, html`seed ${replay.seed}${path}`)}
${saved ? command('Send again', `npx byoc-conformance replay failures/${id}.json`, html`from the folder of this report`) : undefined}
${curl === undefined ? undefined : command('curl', curl)}</div>`;
}
