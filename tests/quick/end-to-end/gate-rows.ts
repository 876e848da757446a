/** Connectors of one way each, right and wrong, in the scenario that shows it: all of them in tests/matrices/connectors.test.ts. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { scenarioIds } from '../../../endpoints/org/scenarios.js';
import { brokenClauses, runGateFor, scenarioVerdicts } from './run-gate-for.js';
import { type ConnectorFault, smallConnector } from './small-connector.js';

type ScenarioId = (typeof scenarioIds)[number];

/** What some connectors do, and may: each is green, with the control beside it. */
export const rareRows: readonly (readonly [habit: ConnectorFault, scenario: ScenarioId])[] = [
  ['follows no redirect', 'redirected'],
  ['follows no redirect', 'redirected-elsewhere'],
  ['asks twice', 'accepted'],
  ['tells of 429 at once', 'throttled-call'],
  ['tells of 429 at once', 'throttled-seconds'],
  ['at once', 'overtaken'],
  ['at once', 'always-slow'],
  ['writes', 'overtaken'],
];

export const faultyRows: readonly (readonly [
  faults: readonly ConnectorFault[],
  scenario: ScenarioId,
  clauses: readonly string[],
])[] = [
  [['constant RequestId'], 'all-well', ['headers/request-id/unique']],
  [['no renewal'], 'token-expires', ['behaviour/recovery/token-expired']],
  [['no retry'], 'throttled-seconds', ['behaviour/recovery/throttled']],
  [['no retry'], 'unavailable', ['behaviour/recovery/unavailable']],
  [['no retry'], 'reset-before', ['behaviour/recovery/connection-reset']],
  [['no retry'], 'reset-within', ['behaviour/recovery/connection-reset']],
  [['no wait'], 'throttled-seconds', ['behaviour/retry/waits-as-told']],
  [['no wait'], 'throttled-date', ['behaviour/retry/waits-as-told']],
  [['wants a GUID'], 'identifier-format', ['behaviour/recovery/identifier-format']],
  [['wants no members'], 'unknown-members', ['behaviour/recovery/unknown-members']],
  [['wants 202'], 'success-statuses', ['behaviour/recovery/success-status']],
  [['wants 200'], 'accepted', ['behaviour/recovery/accepted']],
  [['follows with GET'], 'redirected', ['behaviour/recovery/redirected']],
  [['swallows redirects'], 'redirected', ['behaviour/recovery/redirected']],
  [['swallows redirects'], 'redirected-elsewhere', ['behaviour/recovery/redirected-elsewhere']],
  [['follows with the token'], 'redirected-elsewhere', ['behaviour/recovery/redirected-elsewhere']],
  [['reads every body as JSON'], 'bad-gateway', ['behaviour/recovery/bad-gateway']],
  [['no retry after 429'], 'throttled-call', ['behaviour/recovery/throttled']],
  [['no wait'], 'throttled-call', ['behaviour/retry/waits-as-told']],
  [['impatient'], 'always-slow', ['behaviour/recovery/always-slow']],
  [['hurried'], 'overtaken', ['behaviour/recovery/overtaken']],
  [['last identifier'], 'all-well', ['behaviour/conversation-identifier/own']],
  [['writes first'], 'all-well', ['behaviour/conversation-identifier/used']],
];

export function testRare([habit, scenario]: (typeof rareRows)[number]): void {
  test(`a connector that ${habit} is green in ${scenario}`, async (t) => {
    const record = await play(t, [habit], scenario, 'ann', 'bob', 'ann');
    assert.deepEqual(brokenClauses(record), []);
    assert.deepEqual([record.verdict, record.exitCode], ['conformant', 0], record.reason);
    assert.deepEqual(scenarioVerdicts(record), { 'all-well': 'conformant', [scenario]: 'conformant' });
  });
}

export function testFaulty([faults, scenario, clauses]: (typeof faultyRows)[number]): void {
  test(`a connector with the fault "${faults.join(', ')}" breaks ${clauses.join(', ')} in ${scenario}`, async (t) => {
    // None of them twice: what was given up would come again.
    const record = await play(t, faults, scenario, 'ann', 'bob');
    assert.deepEqual(brokenClauses(record), clauses);
    assert.deepEqual([record.verdict, record.exitCode], ['nonconformant', 1]);
    assert.equal(scenarioVerdicts(record)[scenario], 'nonconformant');
    if (scenario !== 'all-well') assert.equal(scenarioVerdicts(record)['all-well'], 'conformant');
  });
}

async function play(
  t: TestContext,
  faults: readonly ConnectorFault[],
  scenario: ScenarioId,
  ...subjects: readonly string[]
) {
  return runGateFor({
    scenarios: [...new Set(['all-well', scenario] as const)],
    command: [process.execPath, await smallConnector(t, faults), ...subjects],
  });
}
