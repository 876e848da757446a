/** What `run` prints at its end: the answer, what failed, the numbers, and where the report lies. */

import { createColors } from 'picocolors';
import { defaultOperation } from '../schemas/operations/operations.js';
import type { ConnectorRecord, FindingRecord, RunRecord, ServiceRecord } from '../schemas/record/run-record.js';
import { clipped } from '../text/clip.js';
import { formatDuration, plural } from '../text/format.js';
import { visibleLines, visibleText } from '../text/visible.js';
import { commandWords, drivenWords, observationLines, scenarioLines } from './connector-words.js';
import { identityDifference } from './identity-words.js';
import { operationOfRecord } from './operation-words.js';
import { type ClauseVerdict, type FailureGroup, type Overview, overviewOf } from './overview.js';
import { baselineWords, type ReleaseAnswer, releaseAnswer, waiverWords } from './release-words.js';
import { failuresWords, mendsWords, mendWords, rootCauseWords } from './root-cause-words.js';
import { saidLine } from './said.js';
import { warningsOf } from './warnings.js';

export interface TerminalOptions {
  /** Whether the terminal takes colours; the words say all without them. */
  readonly colour: boolean;
  /** Path of index.html, told in the last line when given. */
  readonly reportPath?: string;
}

type Colours = ReturnType<typeof createColors>;

const maxFailures = 20;
const maxClauses = 6;
const maxUndecided = 10;
const maxWarnings = 20;
const limit = 300;

/** Text of several lines, ending in a line feed. Control characters from the record are shown by label, never sent. */
export function renderTerminal(record: RunRecord, options: TerminalOptions): string {
  const colours = createColors(options.colour);
  const overview = overviewOf(record);
  const answer = releaseAnswer(record);
  const warnings = warningsOf(record);
  const groups = overview.failureGroups;
  const mends = mendsWords(overview);
  const undecidedFindings = overview.undecided.slice(0, maxUndecided);
  const lines = [
    `${answerWord(answer, colours)} ${plain(answer.reason)}`,
    ...warnings.slice(0, maxWarnings).map((warning) => colours.yellow(`! ${plain(warning)}`)),
    ...more(warnings.length - maxWarnings, 'more warning', colours),
    ...(mends === undefined ? [] : [plain(mends)]),
    ...groups.slice(0, maxFailures).flatMap((group) => groupLines(group, overview, colours)),
    ...more(failuresIn(groups.slice(maxFailures)), 'more failure', colours),
    ...waivedLines(overview, colours),
    ...(undecidedFindings.length === 0 ? [] : ['']),
    ...undecidedFindings.flatMap((finding) => undecidedLines(finding, overview, colours)),
    ...more(overview.undecided.length - maxUndecided, 'more undecided case', colours),
    ...(record.judges === 'connector' ? connectorLines(record) : []),
    ...baselineLines(record, colours),
    ...correctionLines(record, colours),
    '',
    counts(overview, colours),
    colours.dim(
      plain(
        [
          `${plural(record.requests, 'request')} in ${formatDuration(record.durationMs)}`,
          ...(record.seed === undefined ? [] : [`seed ${record.seed}`]),
          `edition ${record.edition}`,
          ...(record.judges === 'service' && operationOfRecord(record) !== defaultOperation
            ? [`operation ${operationOfRecord(record)}`]
            : []),
          ...(record.judges === 'service' ? [`level ${record.level}`, `layout ${record.layout}`] : []),
        ].join(', '),
      ),
    ),
    ...(record.judges === 'service' ? [...besidesLines(record), ...leftBehindLine(record, colours)] : []),
    ...(options.reportPath === undefined ? [] : [`Report: ${plain(options.reportPath)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** How a connector coped, scenario by scenario. */
function connectorLines(record: ConnectorRecord): readonly string[] {
  const lines = [
    ...scenarioLines(record),
    drivenWords(record),
    commandWords(record),
    ...observationLines(record),
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? [] : ['', ...lines.map(plain)];
}

/** What other editions say, for comparison. */
function besidesLines({ besides = [] }: ServiceRecord): readonly string[] {
  return besides.map(({ edition, layout, verdict, reason, requests }) =>
    plain(`Beside it: edition ${edition}, layout ${layout}, ${plural(requests, 'request')}: ${verdict}. ${reason}`),
  );
}

/** What cannot be taken back, where there is something. */
function leftBehindLine({ conversations, target }: ServiceRecord, colours: Colours): readonly string[] {
  if (conversations === undefined || target.kind === 'embedded mock') return [];
  return [colours.dim(`${plural(conversations.total, 'conversation')} left behind, listed in the report`)];
}

function answerWord(answer: ReleaseAnswer, colours: Colours): string {
  const told = `${answer.word}:`;
  if (answer.word === 'YES') return colours.bold(colours.green(`✓ ${told}`));
  return colours.bold(answer.word === 'NO' ? colours.red(`✗ ${told}`) : colours.yellow(`? ${told}`));
}

const failuresIn = (groups: readonly FailureGroup[]): number =>
  groups.reduce((sum, { others }) => sum + others.length + 1, 0);

/** Of several failures with one root cause the first, under what is wrong in all of them. */
function groupLines(group: FailureGroup, overview: Overview, colours: Colours): readonly string[] {
  const { rootCause, shown, clauses, cases } = group;
  if (rootCause === undefined) return ['', ...failureLines(shown, overview, colours)];
  const rest = clauses.length - maxClauses;
  return [
    '',
    `${colours.red('✗')} ${colours.bold(plain(rootCauseWords(rootCause)))} ${colours.dim(`(${failuresWords(group)}, ${plural(cases, 'case')})`)}`,
    `  to do     ${plain(mendWords(rootCause))}`,
    `  breaks    ${clauses.slice(0, maxClauses).map(plain).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    '  the first of them:',
    ...failureLines(shown, overview, colours).map((line) => `  ${line}`),
  ];
}

function failureLines(finding: FindingRecord, overview: Overview, colours: Colours): readonly string[] {
  const sureness = overview.clauseOf(finding.clause)?.sureness;
  const differs = identityDifference(finding)?.sentence;
  const about = [...(sureness === undefined ? [] : [sureness]), plural(finding.count, 'case')].join(', ');
  return [
    `${colours.red('✗')} ${colours.bold(plain(finding.clause))} ${colours.dim(`(${about})`)}`,
    `  case      ${plain(finding.label)}`,
    `  expected  ${plain(finding.expected)}`,
    `  got       ${plain(finding.got)}`,
    ...connectionLines(finding, overview),
    ...saidLines(finding, overview),
    ...(differs === undefined ? [] : [`  differs   ${plain(differs)}`]),
    ...(finding.advice === undefined ? [] : [`  to do     ${plain(finding.advice)}`]),
    ...(finding.replay === undefined ? [] : [colours.dim(`  replay    ${plain(finding.replay.command)}`)]),
  ];
}

function undecidedLines(finding: FindingRecord, overview: Overview, colours: Colours): readonly string[] {
  return [
    colours.yellow(`? ${plain(finding.clause)}: ${plain(finding.label)} (${plain(finding.cause ?? 'not judged')})`),
    `  got       ${plain(finding.got)}`,
    ...saidLines(finding, overview),
    ...(finding.advice === undefined ? [] : [`  to do     ${plain(finding.advice)}`]),
  ];
}

function saidLines({ exchange }: FindingRecord, overview: Overview): readonly string[] {
  const said = saidLine(overview.evidenceOf(exchange));
  return said === undefined ? [] : [`  it said   ${plain(said)}`];
}

/** Some services check a token once for each connection. */
function connectionLines({ clause, exchange }: FindingRecord, overview: Overview): readonly string[] {
  const reused = overview.evidenceOf(exchange)?.reused;
  if (reused === undefined || !clause.startsWith('headers/authorization/')) return [];
  return [`  sent on   ${reused ? 'a connection that had carried others before' : 'a new connection'}`];
}

function waivedLines({ waived }: Overview, colours: Colours): readonly string[] {
  if (waived.length === 0) return [];
  const lines = waived
    .slice(0, maxFailures)
    .map(
      ({ clause, label, waiver }) =>
        `${colours.magenta('⚑')} ${plain(clause)}: ${plain(label)} (waived ${waiver === undefined ? '' : plain(waiverWords(waiver))})`,
    );
  return ['', ...lines, ...more(waived.length - maxFailures, 'more waived failure', colours)];
}

function baselineLines({ baseline }: RunRecord, colours: Colours): readonly string[] {
  if (baseline === undefined) return [];
  const shown = baseline.clauses.slice(0, maxFailures).map(({ id, change }) => `  ${change}  ${plain(id)}`);
  const rest = more(baseline.clauses.length - maxFailures, 'more clause', colours);
  return ['', plain(baselineWords(baseline)), ...shown, ...rest];
}

/** Lines as they are to be pasted; hidden characters are shown by label here too. */
function correctionLines({ waivers }: RunRecord, colours: Colours): readonly string[] {
  if (waivers?.correction === undefined) return [];
  return ['', colours.yellow('To mend the waivers:'), visibleLines(waivers.correction.slice(0, 20_000))];
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
  const parts = Array.from(overview.counts, ([verdict, count]) => (paint[verdict] ?? String)(`${count} ${verdict}`));
  return `Clauses: ${parts.join(', ')}`;
}

function plain(text: string): string {
  return visibleText(clipped(text, limit));
}
