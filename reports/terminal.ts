/** What `run` prints at its end: the answer, what failed, the numbers, and where the report lies. */
import { createColors } from 'picocolors';
import type { FindingRecord, RunRecord } from '../schemas/run-record.js';
import { identityDifference } from './identity-difference.js';
import { type ClauseVerdict, type Overview, overviewOf, verdictOrder } from './overview.js';
import { type ReleaseAnswer, releaseAnswer } from './release-answer.js';
import { clipped } from './text/clip.js';
import { formatDuration, plural } from './text/format.js';
import { visibleText } from './text/visible.js';
import { warningsOf } from './warnings.js';

export interface TerminalOptions {
  /** Whether the terminal takes colours; the words say all without them. */
  readonly colour: boolean;
  /** Path of index.html, told in the last line when given. */
  readonly reportPath?: string;
}

type Colours = ReturnType<typeof createColors>;

const maxFailures = 20;
const maxUndecided = 10;
const maxWarnings = 20;
const limit = 300;

/** Text of several lines, ending in a line feed. Control characters from the record are shown by label, never sent. */
export function renderTerminal(record: RunRecord, options: TerminalOptions): string {
  const colours = createColors(options.colour);
  const overview = overviewOf(record);
  const answer = releaseAnswer(record);
  const warnings = warningsOf(record);
  const undecidedFindings = overview.undecided.slice(0, maxUndecided);
  const lines = [
    `${answerWord(answer, colours)} ${plain(answer.reason)}`,
    ...warnings.slice(0, maxWarnings).map((warning) => colours.yellow(`! ${plain(warning)}`)),
    ...more(warnings.length - maxWarnings, 'more warning', colours),
    ...overview.failures.slice(0, maxFailures).flatMap((finding) => failureLines(finding, overview, colours)),
    ...more(overview.failures.length - maxFailures, 'more failure', colours),
    ...(undecidedFindings.length === 0 ? [] : ['']),
    ...undecidedFindings.map((finding) =>
      colours.yellow(`? ${plain(finding.clause)}: ${plain(finding.label)} (${plain(finding.cause ?? 'not judged')})`),
    ),
    ...more(overview.undecided.length - maxUndecided, 'more undecided case', colours),
    '',
    counts(overview, colours),
    colours.dim(
      plain(
        `${plural(record.requests, 'request')} in ${formatDuration(record.durationMs)}, seed ${record.seed}, edition ${record.edition}, level ${record.level}, layout ${record.layout}`,
      ),
    ),
    ...(options.reportPath === undefined ? [] : [`Report: ${plain(options.reportPath)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function answerWord(answer: ReleaseAnswer, colours: Colours): string {
  const told = `${answer.word}:`;
  if (answer.word === 'YES') return colours.bold(colours.green(`✓ ${told}`));
  return colours.bold(answer.word === 'NO' ? colours.red(`✗ ${told}`) : colours.yellow(`? ${told}`));
}

function failureLines(finding: FindingRecord, overview: Overview, colours: Colours): readonly string[] {
  const sureness = overview.clauseOf(finding.clause)?.sureness;
  const differs = identityDifference(finding)?.sentence;
  const about = [...(sureness === undefined ? [] : [sureness]), plural(finding.count, 'case')].join(', ');
  return [
    '',
    `${colours.red('✗')} ${colours.bold(plain(finding.clause))} ${colours.dim(`(${about})`)}`,
    `  case      ${plain(finding.label)}`,
    `  expected  ${plain(finding.expected)}`,
    `  got       ${plain(finding.got)}`,
    ...(differs === undefined ? [] : [`  differs   ${plain(differs)}`]),
    ...(finding.replay === undefined ? [] : [colours.dim(`  replay    ${plain(finding.replay.command)}`)]),
  ];
}

function more(rest: number, noun: string, colours: Colours): readonly string[] {
  return rest > 0 ? ['', colours.dim(`${plural(rest, noun)} in the report`)] : [];
}

function counts(overview: Overview, colours: Colours): string {
  const paint: Partial<Record<ClauseVerdict, (text: string) => string>> = {
    conformant: colours.green,
    nonconformant: colours.red,
    inconclusive: colours.yellow,
  };
  const parts = verdictOrder
    .filter((verdict) => (overview.counts.get(verdict) ?? 0) > 0)
    .map((verdict) => (paint[verdict] ?? String)(`${overview.counts.get(verdict) ?? 0} ${verdict}`));
  return `Clauses: ${parts.join(', ')}`;
}

function plain(text: string): string {
  return visibleText(clipped(text, limit));
}
