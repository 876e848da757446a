/** JUnit XML for CI systems: a suite for each place in the specification, a test case for each clause. */

import type { ClauseResult, ConnectorRecord, RunRecord } from '../schemas/record/run-record.js';
import { escapeXml } from '../text/escape.js';
import { clauseMessage } from './clause-message.js';
import { operationOfRecord } from './operation-words.js';
import { type ClauseGroup, type ClauseVerdict, type Overview, overviewOf } from './overview.js';

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
  const suites = overview.groups.map((group) => suite(group, record, overview));
  const attributes = [
    attribute('name', record.tool.name),
    ...counts(record.clauses, scenariosOf(record)),
    attribute('time', seconds(record.durationMs)),
    attribute('timestamp', record.startedAt),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${attributes.join(' ')}>
${[...suites, ...scenarioSuite(record)].join('\n')}
</testsuites>
`;
}

function suite(group: ClauseGroup, record: RunRecord, overview: Overview): string {
  const attributes = [
    attribute('name', group.place),
    ...counts(group.clauses),
    ...timeOf(group.clauses, overview),
    attribute('timestamp', record.startedAt),
  ];
  const properties = [
    ['edition', record.edition],
    ...(record.judges === 'service'
      ? [
          ['operation', operationOfRecord(record)] as const,
          ['level', record.level] as const,
          ['layout', record.layout] as const,
        ]
      : []),
    ...(record.seed === undefined ? [] : [['seed', String(record.seed)] as const]),
    ['target', record.target.baseUrl],
  ].map(([name = '', value = '']) => `      <property ${attribute('name', name)} ${attribute('value', value)}/>`);
  const cases = group.clauses.map((clause) => testcase(clause, overview));
  return `  <testsuite ${attributes.join(' ')}>
    <properties>
${properties.join('\n')}
    </properties>
${cases.join('\n')}
  </testsuite>`;
}

/** Of a connector: a test case for each scenario. The failures themselves are counted by their clauses. */
function scenarioSuite(record: RunRecord): readonly string[] {
  const scenarios = scenariosOf(record);
  if (scenarios.length === 0) return [];
  const of = (verdict: string) => String(scenarios.filter((one) => one.verdict === verdict).length);
  const attributes = [
    attribute('name', 'Scenarios'),
    attribute('tests', String(scenarios.length)),
    attribute('failures', of('nonconformant')),
    attribute('errors', of('inconclusive')),
    attribute('skipped', '0'),
    attribute('timestamp', record.startedAt),
  ];
  const cases = scenarios.map(({ id, verdict, reason, robust }) => {
    const start = `    <testcase ${attribute('classname', 'Scenarios')} ${attribute('name', id)}`;
    if (verdict === 'conformant') return `${start}/>`;
    const element = verdict === 'nonconformant' ? 'failure' : 'error';
    const inside = escapeXml(`A robust connector: ${robust}\n${reason}`);
    return `${start}>\n      <${element} ${attribute('message', reason)} ${attribute('type', verdict)}>${inside}</${element}>\n    </testcase>`;
  });
  return [`  <testsuite ${attributes.join(' ')}>\n${cases.join('\n')}\n  </testsuite>`];
}

function testcase(clause: ClauseResult, overview: Overview): string {
  const attributes = [
    attribute('classname', clause.place),
    attribute('name', clause.id),
    ...timeOf([clause], overview),
  ].join(' ');
  const element = elementOf[clause.verdict];
  if (element === undefined) return `    <testcase ${attributes}/>`;
  const { title, detail } = clauseMessage(clause, overview);
  const type = element === 'skipped' ? '' : ` ${attribute('type', clause.verdict)}`;
  const inside = element === 'skipped' && clause.waiver === undefined ? '/>' : `>${escapeXml(detail)}</${element}>`;
  return `    <testcase ${attributes}>
      <${element} ${attribute('message', title)}${type}${inside}
    </testcase>`;
}

/** @param scenarios counted beside the clauses, where a connector met some. */
function counts(clauses: readonly ClauseResult[], scenarios: Scenarios = []): readonly string[] {
  const of = (element: 'failure' | 'error' | 'skipped') =>
    String([...clauses, ...scenarios].filter(({ verdict }) => elementOf[verdict] === element).length);
  return [
    attribute('tests', String(clauses.length + scenarios.length)),
    attribute('failures', of('failure')),
    attribute('errors', of('error')),
    attribute('skipped', of('skipped')),
  ];
}

type Scenarios = NonNullable<ConnectorRecord['scenarios']>;

function scenariosOf(record: RunRecord): Scenarios {
  return record.judges === 'connector' ? (record.scenarios ?? []) : [];
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
