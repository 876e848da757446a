/** JUnit XML for CI systems: a suite for each place in the specification, a test case for each clause. */

import type { ClauseResult, RunRecord } from '../schemas/record/run-record.js';
import { escapeXml } from '../text/escape.js';
import { clauseMessage } from './clause-message.js';
import { operationOfRecord } from './operation-words.js';
import { type ClauseVerdict, type Overview, overviewOf } from './overview.js';

/** What a CI system should make of a verdict; a conformant clause has no element at all. */
const elementOf: Readonly<Record<ClauseVerdict, 'failure' | 'error' | 'skipped' | undefined>> = {
  conformant: undefined,
  nonconformant: 'failure',
  inconclusive: 'error',
  'not exercised': 'skipped',
  waived: 'skipped',
  observed: 'skipped',
};

export function renderJunit(record: RunRecord): string {
  const overview = overviewOf(record);
  const timestamp = attribute('timestamp', record.startedAt);
  const scenarios = record.judges === 'connector' ? (record.scenarios ?? []) : [];
  const attributes = [
    attribute('name', record.tool.name),
    ...counts([...record.clauses, ...scenarios]),
    attribute('time', seconds(record.durationMs)),
    timestamp,
  ];
  const ofPlaces = overview.groups.map(({ place, clauses }) =>
    suite(
      [attribute('name', place), ...counts(clauses), ...timeOf(clauses, overview), timestamp],
      [properties(record), ...clauses.map((clause) => clauseCase(clause, overview))],
    ),
  );
  // The failures themselves are counted by their clauses.
  const ofScenarios = suite(
    [attribute('name', 'Scenarios'), ...counts(scenarios), timestamp],
    scenarios.map(({ id, verdict, reason, robust }) =>
      testcase(['Scenarios', id], verdict, { title: reason, detail: `A robust connector: ${robust}\n${reason}` }),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${attributes.join(' ')}>
${[...ofPlaces, ...(scenarios.length === 0 ? [] : [ofScenarios])].join('\n')}
</testsuites>
`;
}

function suite(attributes: readonly string[], children: readonly string[]): string {
  return `  <testsuite ${attributes.join(' ')}>\n${children.join('\n')}\n  </testsuite>`;
}

function properties(record: RunRecord): string {
  const choices =
    record.judges === 'service'
      ? { operation: operationOfRecord(record), level: record.level, layout: record.layout }
      : {};
  const seed = record.seed === undefined ? {} : { seed: String(record.seed) };
  const all = { edition: record.edition, ...choices, ...seed, target: record.target.baseUrl };
  const lines = Object.entries(all).map(
    ([name, value]) => `      <property ${attribute('name', name)} ${attribute('value', value)}/>`,
  );
  return `    <properties>\n${lines.join('\n')}\n    </properties>`;
}

function clauseCase(clause: ClauseResult, overview: Overview): string {
  const message = clauseMessage(clause, overview);
  // What is skipped has no more to tell, unless somebody waived it.
  const isBare = elementOf[clause.verdict] === 'skipped' && clause.waiver === undefined;
  const told = isBare ? { title: message.title } : message;
  return testcase([clause.place, clause.id], clause.verdict, told, timeOf([clause], overview));
}

function testcase(
  [place, name]: readonly [place: string, name: string],
  verdict: ClauseVerdict,
  { title, detail }: { readonly title: string; readonly detail?: string },
  time: readonly string[] = [],
): string {
  const start = [`    <testcase ${attribute('classname', place)} ${attribute('name', name)}`, ...time].join(' ');
  const element = elementOf[verdict];
  if (element === undefined) return `${start}/>`;
  const type = element === 'skipped' ? '' : ` ${attribute('type', verdict)}`;
  const inside = detail === undefined ? '/>' : `>${escapeXml(detail)}</${element}>`;
  return `${start}>\n      <${element} ${attribute('message', title)}${type}${inside}\n    </testcase>`;
}

function counts(cases: readonly { readonly verdict: ClauseVerdict }[]): readonly string[] {
  const of = (element: 'failure' | 'error' | 'skipped') =>
    String(cases.filter(({ verdict }) => elementOf[verdict] === element).length);
  return [
    attribute('tests', String(cases.length)),
    attribute('failures', of('failure')),
    attribute('errors', of('error')),
    attribute('skipped', of('skipped')),
  ];
}

/** Nothing where no clause has a time of its own. */
function timeOf(clauses: readonly ClauseResult[], overview: Overview): readonly string[] {
  const times = clauses.map(({ id }) => overview.durationOf(id)).filter((time) => time !== undefined);
  return times.length === 0 ? [] : [attribute('time', seconds(times.reduce((sum, time) => sum + time, 0)))];
}

function attribute(name: string, value: string): string {
  return `${name}="${escapeXml(value)}"`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
