/**
 * Proves that the suite sees a broken promise about identifiers, tells it shortly, and can show it again: every identity
 * fault is found at its level, by a counterexample of at most four steps, whose replay says STILL 20 times of 20 (of races
 * 18 times at least).
 *
 * Faults that forget with time get the time that they need (`--memory`); the longest takes a minute. They run beside
 * the others, which run one after the other: races are only as sharp as the process is idle, and several deep runs at once
 * starve it until connections time out.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FindingRecord, RunRecord } from '../../schemas/record/run-record.js';
import { findSoon, type IdentityFault, identityFaults, sightingOf, waitsFor } from '../../tools/identity-faults.js';
import { replayCasesOf } from '../../verdicts/replay/replay-cases.js';
import { sharedKeys } from '../quick/end-to-end/run-against.js';
import { replayOften } from './replay-often.js';

const mostSteps = 4;
/** A race shows itself by chance. */
const leastOf20Races = 18;
const seed = 1;

test('there are at least 40 identity faults', () => assert.ok(identityFaults.length >= 40, `${identityFaults.length}`));

describe('every identity fault is found at its level in at most four steps', { concurrency: true }, () => {
  test('those that take their time', async (t) => {
    for (const fault of identityFaults.filter(waitsFor)) await t.test(fault.id, () => assertFound(fault));
  });

  test('all others', async (t) => {
    for (const fault of identityFaults.filter((one) => !waitsFor(one))) {
      await t.test(fault.id, () => assertFound(fault));
    }
  });
});

async function assertFound(fault: IdentityFault): Promise<void> {
  const record = await findSoon(fault, await sharedKeys(), seed);
  const { request, steps } = sightingOf(record, fault);
  const red = record.findings.map(({ clause, verdict, label }) => `${clause} ${verdict}: ${label}`);
  assert.ok(Number.isFinite(request), `not found, though: ${fault.summary} Told was: ${red.join('; ')}`);
  assert.ok(steps >= 1 && steps <= mostSteps, `${steps} steps`);
  assert.equal(record.verdict, 'nonconformant');
  await assertReplays(fault, record);
}

async function assertReplays(fault: IdentityFault, record: RunRecord): Promise<void> {
  const isOwn = ({ clause, verdict }: Pick<FindingRecord, 'clause' | 'verdict'>): boolean =>
    clause === fault.clause && verdict === 'nonconformant';
  const replay = replayCasesOf(record).cases.find(isOwn);
  assert.ok(replay !== undefined, 'nothing to replay');
  assert.equal(replay.finding, record.findings.find(isOwn)?.id, 'the first finding is not among what can be replayed');
  const isRace = fault.clause === 'behaviour/same-pair/at-once';
  const manner = isRace ? 'one by one' : waitsFor(fault) ? 'all new and side by side' : 'new ones side by side';
  const { times, still, others } = await replayOften(replay, fault, await sharedKeys(), manner);
  const told = `${still} times of ${times}; else: ${[...new Set(others)].join(' | ')}`;
  assert.ok(still >= (isRace ? leastOf20Races : times), told);
}
