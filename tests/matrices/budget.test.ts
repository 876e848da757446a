/**
 * Proves what a small budget buys. With 150 requests 310 of the single-fault mocks of the kill
 * matrix are found, and more than five of six; the ceiling is held to the request at the mock; what is not reached is never green.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Variant, variants } from '../../endpoints/mock/variants.js';
import { planConformance } from '../../engine/service/run-conformance.js';
import type { RunOptions } from '../../engine/service/run-options.js';
import type { ServiceRecord } from '../../schemas/record/run-record.js';
import { runAllWithin, singleFaults } from '../../tools/budget-faults.js';
import { clausesWith, inEdition, runAgainstMock, sharedKeys } from '../quick/end-to-end/run-against.js';

const budget = 150;

/** All faults, one to three minutes. */
test('with 150 requests more than five of six faults are found, and not one request more is sent', async (t) => {
  const runs = await runAllWithin(budget, singleFaults, await sharedKeys(), 1, 1);
  const found = new Set(runs.filter((run) => run.found).map(({ fault }) => fault));
  const missed = singleFaults.filter((fault) => !found.has(fault)).map(({ id }) => id);
  const all = singleFaults.length;
  t.diagnostic(`${found.size} of ${all} faults found`);
  assert.ok(all >= 341, `${all} faults`);
  // Merges that relations show, and echoes, are for level standard: what was found before they came is found still.
  const told = `${missed.length} of ${all} are missed: ${missed.join(', ')}`;
  assert.ok(found.size >= 310 && found.size > (all * 5) / 6, told);
  for (const { fault, requests, arrived } of runs) {
    assert.ok(arrived <= budget, `${fault.id}: ${arrived} requests at the mock`);
    assert.ok(arrived <= requests, `${fault.id}: ${arrived} requests arrived, ${requests} were counted`);
  }
});

describe('no conformant variant is red with a small budget', { concurrency: 4 }, () => {
  const those = variants.filter(({ edition = '61.0' }: Variant) => edition === '61.0');
  for (const [index, { id }] of those.entries()) {
    test(id, async () => {
      for (const maxRequests of [50, budget, 300]) {
        const layout = index % 2 === 0 ? 'parts' : 'json-part';
        const record = await runAgainstMock({ variant: id }, { maxRequests, layout, seed: index + 1 });
        assert.deepEqual(broken(record), [], `${maxRequests} requests`);
        assert.ok(record.requests <= maxRequests, `${record.requests} requests`);
        assert.deepEqual(record.exitCode, record.verdict === 'conformant' ? 0 : 3);
      }
    });
  }
});

test('a budget that reaches every clause is green and says so first; one that does not is undecided', async () => {
  const enough = await runAgainstMock({}, { maxRequests: budget });
  assert.deepEqual([enough.verdict, enough.exitCode, enough.budget?.notReached], ['conformant', 0, []]);
  assert.equal(enough.reason, '64 clauses exercised within the budget of 150 requests, none broken.');
  assert.match(enough.warnings[0] ?? '', /^The budget is 150 requests, and level standard would send \d{4}: /);

  const little = await runAgainstMock({}, { maxRequests: 30 });
  const notReached = little.budget?.notReached ?? [];
  assert.deepEqual([little.verdict, little.exitCode, little.cause], ['inconclusive', 3, 'budget spent']);
  assert.ok(notReached.length > 10, `${notReached.length} clauses`);
  assert.deepEqual(
    clausesWith(little, 'not exercised').filter((id) => notReached.includes(id)),
    notReached,
  );
  for (const { id, verdict, cause } of little.clauses) {
    if (notReached.includes(id)) assert.deepEqual([verdict, cause], ['not exercised', 'budget spent']);
  }
});

test('edition 65.0 is judged as a whole within 75 requests', async () => {
  for (const maxRequests of [75, budget]) {
    const record = await runAgainstMock({ edition: '65.0' }, { ...inEdition('65.0'), maxRequests });
    assert.deepEqual([record.verdict, record.exitCode, record.budget?.notReached], ['conformant', 0, []]);
    assert.ok(record.requests <= maxRequests, `${record.requests} requests`);
    const kept = clausesWith(record, 'conformant');
    const owed = record.clauses.filter(({ owes }) => owes !== 'connector').map(({ id }) => id);
    assert.deepEqual(
      owed.filter((id) => !kept.includes(id)),
      [],
    );
  }
});

test('requests turned away take nothing from the proof of what was sent', async () => {
  const faults = ['org-id/accepts-18', 'merged-subjects/case'] as const;
  for (const seed of [1, 2, 3]) {
    const record = await runAgainstMock({ variant: 'throttling/429-at-once', faults }, { maxRequests: budget, seed });
    assert.deepEqual(clausesWith(record, 'nonconformant'), [
      'headers/org-id/length',
      'behaviour/different-pair/subject',
    ]);
    assert.deepEqual([clausesWith(record, 'inconclusive'), record.budget?.notReached], [[], []]);
    assert.ok((record.throttled?.count ?? 0) > 3, 'hardly a request was turned away');
    assert.ok(record.requests <= budget, `${record.requests} requests`);
  }
});

test('what is sent again after a finding keeps to the budget', async () => {
  const record = await runAgainstMock({ faults: ['org-id/accepts-18'] }, { maxRequests: budget });
  const finding = record.findings.find(({ clause }) => clause === 'headers/org-id/length');
  assert.match(finding?.replay?.command ?? '', / --only headers\/org-id\/length --max-requests 150$/);
});

test('a failure whose repeat the budget does not pay for is undecided, never green', async () => {
  for (const maxRequests of [3, 4, 5, 6, 8, 12, 20]) {
    const record = await runAgainstMock({ faults: ['refusal/status-500'] }, { maxRequests });
    assert.ok(record.requests <= maxRequests, `${record.requests} requests`);
    assert.notEqual(record.exitCode, 0, `${maxRequests} requests`);
  }
});

test('the plan is what a right service gets, at every budget, and a larger one is more', async () => {
  let before = 0;
  for (const maxRequests of [5, 20, 50, budget, 300, 1_000]) {
    const record = await runAgainstMock({}, { maxRequests, seed: 7 });
    assert.equal(record.requests, record.plan.requests);
    assert.ok(record.requests <= maxRequests && record.requests > before, `${before}, then ${record.requests}`);
    before = record.requests;
  }
});

test('a budget that pays for the level changes nothing', async () => {
  const options: RunOptions = {
    target: {
      kind: 'service',
      baseUrl: new URL('https://service.invalid/api'),
      credentials: { accessToken: 'a.b.c', orgId: '00D000000000001', authorizationContext: 'A_B', channels: ['one'] },
      faults: [],
    },
    level: 'smoke',
    layout: 'parts',
    edition: '61.0',
    seed: 1,
    only: [],
    concurrency: 8,
  };
  const plan = await planConformance(options);
  assert.deepEqual(await planConformance({ ...options, maxRequests: plan.requests }), plan);
  const less = await planConformance({ ...options, maxRequests: plan.requests - 1 });
  assert.equal(less.whole, plan.requests);
});

test('--only keeps a small budget to its clauses', async () => {
  const record = await runAgainstMock({}, { maxRequests: 60, only: ['headers'] });
  const exercised = clausesWith(record, 'conformant').filter((id) => id.startsWith('headers/'));
  assert.equal(
    exercised.length,
    record.clauses.filter(({ id, owes }) => id.startsWith('headers/') && owes !== 'connector').length,
  );
});

const broken = ({ findings }: ServiceRecord): readonly string[] =>
  findings
    .filter(({ verdict }) => verdict === 'nonconformant')
    .map(({ clause, label, got }) => `${clause}: ${label}: ${got}`);
