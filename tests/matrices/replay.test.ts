/**
 * Proves that a run is repeated by its line: the replay line of the first finding of every identity fault, run 20 times
 * against services with the same fault that are new each time, finds the same clause broken 20 times. The
 * files that a report leaves for `replay` are proved in identities.test.ts.
 *
 * Some thousand runs, an hour and more: only with BYOC_REPLAYS=20 in the environment. BYOC_REPLAY_ONLY=expires takes the
 * faults whose ids hold the word.
 */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { identityFaults } from '../../tools/identity-faults.js';
import type { Replayed } from './replay-thread.js';

const mostThreads = 4;

const { BYOC_REPLAYS, BYOC_REPLAY_ONLY = '' } = process.env;
const skip = BYOC_REPLAYS === undefined ? 'takes an hour: set BYOC_REPLAYS=20 to repeat every run by its line' : false;

test('every run is repeated by its line', { skip }, async (t) => {
  const faults = identityFaults.filter(({ id }) => id.includes(BYOC_REPLAY_ONLY));
  const all = await replayInThreads(faults.map(({ id }) => id));
  for (const fault of faults) {
    await t.test(fault.id, () => {
      const replayed = all.find(({ id }) => id === fault.id);
      assert.ok(replayed, 'the thread ended before it came to this fault');
      const { times, same, line } = replayed;
      assert.equal(same, times, `${same} times out of ${times}: ${line}`);
    });
  }
});

/** Deals the faults out by turns: neighbours in the list take about as long as each other. */
async function replayInThreads(ids: readonly string[]): Promise<readonly Replayed[]> {
  const threads = Math.min(mostThreads, availableParallelism());
  const hands = Array.from({ length: threads }, (_, thread) => ids.filter((_id, index) => index % threads === thread));
  return (await Promise.all(hands.map(replayInThread))).flat();
}

function replayInThread(ids: readonly string[]): Promise<readonly Replayed[]> {
  const replayed: Replayed[] = [];
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./replay-thread.js', import.meta.url), { workerData: ids });
    thread.on('message', (one: Replayed) => replayed.push(one));
    thread.on('error', reject);
    thread.on('exit', () => resolve(replayed));
  });
}
