/** What must hold of every fault that breaks the promise about identifiers: found, told shortly, shown again. */
import assert from 'node:assert/strict';
import type { FindingRecord, RunRecord } from '../../schemas/record/run-record.js';
import { findSoon, sightingOf } from '../../tools/identity-faults.js';
import type { SingleFault } from '../../tools/run-against.js';
import { replayCasesOf } from '../../verdicts/replay/replay-cases.js';
import { sharedKeys } from '../quick/end-to-end/run-against.js';
import { replayOften, timesOf } from './replay-often.js';

const mostSteps = 4;
const seed = 1;

/** @param times how often its counterexample is sent again; as often as CI can afford when it is left out. */
export async function assertIdentityFault(fault: SingleFault, times?: number): Promise<void> {
  const record = await findSoon(fault, await sharedKeys(), seed);
  const { request, steps } = sightingOf(record, fault);
  const red = record.findings.map(({ clause, verdict, label }) => `${clause} ${verdict}: ${label}`);
  assert.ok(Number.isFinite(request), `not found, though: ${fault.summary} Told was: ${red.join('; ')}`);
  assert.ok(steps >= 1 && steps <= mostSteps, `${steps} steps`);
  assert.equal(record.verdict, 'nonconformant');
  await assertReplays(fault, record, times);
}

async function assertReplays(fault: SingleFault, record: RunRecord, wanted: number | undefined): Promise<void> {
  const isOwn = ({ clause, verdict }: Pick<FindingRecord, 'clause' | 'verdict'>): boolean =>
    clause === fault.clause && verdict === 'nonconformant';
  const replay = replayCasesOf(record).cases.find(isOwn);
  assert.ok(replay !== undefined, 'nothing to replay');
  assert.equal(replay.finding, record.findings.find(isOwn)?.id, 'the first finding is not among what can be replayed');
  const times = wanted ?? timesOf(replay);
  const { still, others } = await replayOften(replay, fault, await sharedKeys(), times);
  const told = `${still} times of ${times}; else: ${[...new Set(others)].join(' | ')}`;
  assert.equal(still, times, told);
}
