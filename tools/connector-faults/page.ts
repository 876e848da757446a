/** docs/connector-faults.md: the faults of the example connectors, and the words that the gate has for them. Pure. */
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { codeCell, markdownTable, plainCell } from '../markdown-table.js';
import type { ConnectorFault } from './fault-list.js';

export interface Words {
  readonly clause: string;
  readonly got: string;
  readonly advice: string;
}

/** What a record says of each clause that is broken, by clause: what was found first, where there is more. */
export function wordsOf(record: ConnectorRecord): readonly Words[] {
  return record.findings
    .filter(({ verdict }) => verdict === 'nonconformant')
    .filter(({ clause }, index, all) => all.findIndex((one) => one.clause === clause) === index)
    .map(({ clause, got, advice }) => ({ clause, got, advice: advice ?? '' }))
    .sort((one, other) => one.clause.localeCompare(other.clause, 'en'));
}

export interface FaultWords {
  readonly fault: ConnectorFault;
  /** Of its language. */
  readonly language: string;
  readonly words: readonly Words[];
}

export function connectorFaultsPage(all: readonly FaultWords[]): string {
  const rows = all.flatMap(({ fault, language, words }) => words.map((one) => rowOf(fault, language, one)));
  return `# Faults of connectors, and what the gate says

Made by \`node dist/tools/connector-faults.js\`, which runs the gate over every faulty example. Do not edit. The tests run
the same faults and compare the clauses and the words, but for identifiers and times.

Each fault is an edit of one of the connectors in \`examples/connectors/\` (\`faults.yaml\` has them all). Try one:

    byoc-conformance gate --scenario all-well -- node examples/connectors/faulty.mjs constant-request-id

${all.length} faults in ${new Set(all.map(({ language }) => language)).size} languages.

${markdownTable(['Fault', 'Language', 'Scenario', 'Clause', 'What the gate says', 'What to do'], rows)}
`;
}

/** One row, as it stands in the page. */
export function rowOf({ fault, mistake, scenario }: ConnectorFault, language: string, words: Words): readonly string[] {
  const { clause, got, advice } = words;
  return [
    `${codeCell(fault)}: ${plainCell(mistake)}`,
    language,
    codeCell(scenario),
    codeCell(clause),
    plainCell(got),
    plainCell(advice),
  ];
}

/** Those whom the example connectors write for: whom a mix-up meets first is left to chance. */
const endUsers = /"(?:ada@example\.org|\+49 151 2345678|李小龍 \\?"Bruce\\?")"/g;

/** A text without what differs from run to run: identifiers, times, numbers, who is met first. */
export function lasting(text: string): string {
  return text
    .replace(endUsers, '"(an end user)"')
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{32}\b/gi, '(GUID)')
    .replace(/\b00D[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?\b/g, '(org id)')
    .replace(/\d+(?:\.\d+)? m?s\b/g, '(time)')
    .replace(/\d+/g, '(number)');
}
