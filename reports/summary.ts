/** Markdown for the summary page of a CI job: the answer first, then what failed, then the numbers. */
import type { FindingRecord, RunRecord } from '../schemas/run-record.js';
import { identityDifference } from './identity-difference.js';
import { identityWords } from './identity-words.js';
import { type Overview, overviewOf, verdictOrder } from './overview.js';
import { releaseAnswer } from './release-answer.js';
import { formatDuration, formatNumber, plural } from './text/format.js';
import { escapeMarkdown, markdownCode } from './text/markdown.js';
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
    failures(overview),
    undecided(overview),
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

function verdictTable(overview: Overview): string {
  const rows = verdictOrder
    .filter((verdict) => (overview.counts.get(verdict) ?? 0) > 0)
    .map((verdict) => [verdict, formatNumber(overview.counts.get(verdict) ?? 0)]);
  return table(['Verdict', 'Clauses'], rows);
}

function failures(overview: Overview): string {
  return findings('Failures', overview.failures, ['Clause', 'Case', 'Expected', 'Got', 'Cases'], (finding) => [
    markdownCode(finding.clause),
    escapeMarkdown(finding.label),
    escapeMarkdown(finding.expected),
    got(finding),
    formatNumber(finding.count),
  ]);
}

function got(finding: FindingRecord): string {
  const differs = identityDifference(finding)?.sentence;
  return escapeMarkdown(finding.got) + (differs === undefined ? '' : `; ${escapeMarkdown(differs)}`);
}

function undecided(overview: Overview): string {
  return findings('Undecided', overview.undecided, ['Clause', 'Case', 'Cause', 'Got'], (finding) => [
    markdownCode(finding.clause),
    escapeMarkdown(finding.label),
    escapeMarkdown(finding.cause ?? 'not named'),
    escapeMarkdown(finding.got),
  ]);
}

function findings(
  title: string,
  list: readonly FindingRecord[],
  head: readonly string[],
  row: (finding: FindingRecord) => readonly string[],
): string {
  if (list.length === 0) return '';
  const rest = list.length - maxRows;
  const more = rest > 0 ? `\n\n${plural(rest, 'more finding')} in the report.` : '';
  return `## ${title}\n\n${table(head, list.slice(0, maxRows).map(row))}${more}`;
}

function facts(record: RunRecord): string {
  const { identities } = record;
  return `## The run\n\n${table(
    ['', ''],
    [
      ['Target', `${record.target.kind}, ${markdownCode(record.target.baseUrl)}`],
      ['Edition, layout, level', escapeMarkdown(`${record.edition}, ${record.layout}, ${record.level}`)],
      ['Seed', String(record.seed)],
      ['Requests', `${formatNumber(record.requests)} in ${formatDuration(record.durationMs)}`],
      [
        'Identities',
        `${plural(identities.answers, 'answer')}, ${formatNumber(identities.audited)} audited, ${identityWords(identities)}`,
      ],
      ['Tool', escapeMarkdown(`${record.tool.name} ${record.tool.version}`)],
    ],
  )}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
