/** Markdown for the summary page of a CI job: the answer first, then what failed, then the numbers. */

import type { FindingRecord, RunRecord } from '../schemas/record/run-record.js';
import { escapeMarkdown, markdownCode } from '../text/escape.js';
import { formatDuration, formatNumber, plural } from '../text/format.js';
import { isToMend } from '../verdicts/release/waivers/correction.js';
import { commandWords, conversationWords, drivenWords } from './connector-words.js';
import { editionsTable } from './editions.js';
import { identityDifference, identityWords } from './identity-words.js';
import { operationWords } from './operation-words.js';
import { type FailureGroup, type Overview, overviewOf } from './overview.js';
import { baselineWords, releaseAnswer, waiverWords } from './release-words.js';
import { mendsWords, mendWords, rootCauseWords } from './root-cause-words.js';
import { saidLine } from './said.js';
import { warningsOf } from './warnings.js';

/** CI systems cut a summary at about one megabyte; the report holds the rest. */
const maxRows = 50;

export function renderSummary(record: RunRecord): string {
  const overview = overviewOf(record);
  const answer = releaseAnswer(record);
  const blocks = [
    `# May this be released? ${answer.word}`,
    escapeMarkdown(answer.reason),
    warnings(record),
    verdictTable(overview),
    editionTable(record),
    failures(overview),
    findings('Undecided', overview.undecided, ['Clause', 'Case', 'Cause', 'Got'], overview),
    waived(overview, record),
    baseline(record),
    connector(record),
    facts(record),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function warnings(record: RunRecord): string {
  return warningsOf(record)
    .slice(0, maxRows)
    .map((warning) => `> ⚠ ${escapeMarkdown(warning)}  `)
    .join('\n');
}

function connector(record: RunRecord): string {
  if (record.judges === 'service') return '';
  const rows = (record.scenarios ?? []).map(({ title, verdict, reason }) => [
    escapeMarkdown(title),
    verdict,
    escapeMarkdown(reason),
  ]);
  const told = [drivenWords(record), commandWords(record)].filter((line) => line !== undefined).map(escapeMarkdown);
  const tables = rows.length === 0 ? [] : [`## Scenarios\n\n${table(['Scenario', 'Verdict', 'Why'], rows)}`];
  return [...tables, ...told].join('\n\n');
}

function verdictTable(overview: Overview): string {
  const rows = Array.from(overview.counts, ([verdict, count]) => [verdict, formatNumber(count)]);
  return table(['Verdict', 'Clauses'], rows);
}

/** Clauses on which the editions are not of one mind, or that are kept in none; the report has them all. */
function editionTable(record: RunRecord): string {
  const judged = editionsTable(record);
  if (judged === undefined) return '';
  const { editions, rows } = judged;
  const telling = rows.filter(({ verdicts }) =>
    verdicts.some((verdict) => verdict === 'nonconformant' || verdict === 'inconclusive'),
  );
  const head = ['Clause', ...editions.map(({ edition, layout }) => escapeMarkdown(`${edition}, ${layout}`))];
  const whole = ['**all**', ...editions.map(({ verdict }) => verdict)];
  const shown = telling
    .slice(0, maxRows)
    .map(({ clause, verdicts }) => [markdownCode(clause), ...verdicts.map((verdict) => verdict ?? 'no part of it')]);
  return `## Editions side by side\n\n${table(head, [whole, ...shown])}`;
}

/** The columns of the tables of findings, by their heads. */
const columns = {
  Clause: ({ clause }: FindingRecord) => markdownCode(clause),
  Case: ({ label }: FindingRecord) => escapeMarkdown(label),
  Expected: ({ expected }: FindingRecord) => escapeMarkdown(expected),
  Cause: ({ cause = 'not named' }: FindingRecord) => escapeMarkdown(cause),
  Got: (finding: FindingRecord, overview: Overview) => {
    // What is waived is told in short.
    const differs = finding.waiver === undefined ? identityDifference(finding)?.sentence : undefined;
    const said = saidLine(overview.evidenceOf(finding.exchange));
    return [finding.got, differs, said && `it said: ${said}`]
      .filter((part) => part !== undefined)
      .map(escapeMarkdown)
      .join('; ');
  },
  Waiver: ({ waiver }: FindingRecord) => escapeMarkdown(waiver === undefined ? '' : waiverWords(waiver)),
} as const;

/** A row for each thing to mend, with the first failure of it. */
function failures(overview: Overview): string {
  const { failureGroups } = overview;
  if (failureGroups.length === 0) return '';
  const rows = failureGroups.slice(0, maxRows).map((group) => failureRow(group, overview));
  const rest = failureGroups.slice(maxRows).reduce((sum, { others }) => sum + others.length + 1, 0);
  const more = rest > 0 ? `\n\n${plural(rest, 'more finding')} in the report.` : '';
  const mends = mendsWords(overview);
  const told = mends === undefined ? '' : `${escapeMarkdown(mends)}\n\n`;
  return `## Failures\n\n${told}${table(['Clause', 'Case', 'Expected', 'Got', 'What to do', 'Cases'], rows)}${more}`;
}

function failureRow({ rootCause, shown, clauses, cases }: FailureGroup, overview: Overview): readonly string[] {
  const [clause, asked] = [columns.Clause(shown), columns.Case(shown)];
  const rest = clauses.length - 1;
  return [
    rest === 0 ? clause : `${clause} and ${plural(rest, 'more clause')}`,
    rootCause === undefined ? asked : `**${escapeMarkdown(rootCauseWords(rootCause))}**, such as: ${asked}`,
    columns.Expected(shown),
    columns.Got(shown, overview),
    escapeMarkdown((rootCause === undefined ? shown.advice : mendWords(rootCause)) ?? ''),
    formatNumber(cases),
  ];
}

function waived(overview: Overview, record: RunRecord): string {
  const rows = findings('Waived failures', overview.waived, ['Clause', 'Case', 'Got', 'Waiver'], overview);
  const toMend = (record.waivers?.entries ?? []).filter(isToMend);
  if (toMend.length === 0) return rows;
  const mended = table(
    ['Clause', 'Status', 'Why'],
    toMend.slice(0, maxRows).map(({ clause, status, told }) => [markdownCode(clause), status, escapeMarkdown(told)]),
  );
  const where = 'The ready-made correction of the file is in the report and in run.json.';
  return [rows, `## Waivers to mend\n\n${mended}\n\n${where}`].filter((block) => block !== '').join('\n\n');
}

function baseline({ baseline: compared }: RunRecord): string {
  if (compared === undefined) return '';
  const rows = compared.clauses.map(({ id, change, before, now }) => [change, markdownCode(id), before, now]);
  const rest = rows.length - maxRows;
  const more = rest > 0 ? `\n\n${plural(rest, 'more clause')} in the report.` : '';
  const changes =
    rows.length === 0 ? 'No clause has changed.' : table(['Change', 'Clause', 'Then', 'Now'], rows.slice(0, maxRows));
  return `## Since the baseline\n\n${escapeMarkdown(baselineWords(compared))}\n\n${changes}${more}`;
}

function findings(
  title: string,
  list: readonly FindingRecord[],
  head: readonly (keyof typeof columns)[],
  overview: Overview,
): string {
  if (list.length === 0) return '';
  const rows = list.slice(0, maxRows).map((finding) => head.map((name) => columns[name](finding, overview)));
  const rest = list.length - maxRows;
  const more = rest > 0 ? `\n\n${plural(rest, 'more finding')} in the report.` : '';
  return `## ${title}\n\n${table(head, rows)}${more}`;
}

function facts(record: RunRecord): string {
  const { judges, target, edition, seed, requests } = record;
  const conversations = conversationFact(record);
  return `## The run\n\n${table(
    ['', ''],
    [
      ['Target', `${target.kind}, ${markdownCode(target.baseUrl)}`],
      judges === 'connector'
        ? ['Edition', escapeMarkdown(edition)]
        : ['Edition, layout, level', escapeMarkdown(`${edition}, ${record.layout}, ${record.level}`)],
      ...(judges === 'connector' ? [] : [['Operation', escapeMarkdown(operationWords(record))]]),
      ...(seed === undefined ? [] : [['Seed', String(seed)]]),
      ['Requests', `${formatNumber(requests)} in ${formatDuration(record.durationMs)}`],
      ...(conversations === undefined ? [] : [conversations]),
      ['Tool', escapeMarkdown(`${record.tool.name} ${record.tool.version}`)],
    ],
  )}`;
}

function conversationFact(record: RunRecord): readonly [string, string] | undefined {
  if (record.judges === 'connector') {
    return record.identities && ['Conversations', conversationWords(record.identities)];
  }
  const { identities } = record;
  const asked = `${plural(identities.answers, 'answer')}, ${formatNumber(identities.audited)} audited`;
  return ['Identities', `${asked}, ${identityWords(identities)}`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
