/** When requests may go: steadily, races as a burst that is waited for, slower behind a hold, never in a late burst. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../../../endpoints/sender/pace.js';
import { ManualClock } from '../../../../tools/manual-clock.js';

/** The times at which so many requests go that all wait from the beginning. */
async function timesOf(pace: Pace, clock: ManualClock, count: number, cost = 1): Promise<readonly number[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      await pace.turn(cost, false);
      return Math.round(clock.now());
    }),
  );
}

test('20 a second is one every 50 ms', async () => {
  const clock = new ManualClock();
  assert.deepEqual(await timesOf(new Pace(clock, 50), clock, 5), [0, 50, 100, 150, 200]);
});

test('a race of 8 goes at once and is waited for afterwards', async () => {
  const clock = new ManualClock();
  const pace = new Pace(clock, 50);
  assert.deepEqual(await timesOf(pace, clock, 2, 8), [0, 400]);
  assert.deepEqual(await timesOf(pace, clock, 1), [800]);
});

test('behind a hold the rate is halved, once for a burst of refusals, and comes back', async () => {
  const clock = new ManualClock();
  const pace = new Pace(clock, 100);
  for (let answer = 0; answer < 5; answer += 1) pace.hold(1_000);
  const times = await timesOf(pace, clock, 200);
  assert.equal(times[0], 1_000);
  assert.equal((times[1] ?? 0) - (times[0] ?? 0), 200);
  const last = (times.at(-1) ?? 0) - (times.at(-2) ?? 0);
  assert.ok(last >= 99 && last <= 101, `${last} ms`);
});

test('refused again and again, the rate falls to an eighth and no further', async () => {
  const clock = new ManualClock();
  const pace = new Pace(clock, 100);
  for (let round = 0; round < 10; round += 1) {
    pace.hold(1_000);
    await pace.turn(1, true);
  }
  const [first = 0, second = 0] = await timesOf(pace, clock, 2);
  assert.ok(second - first > 700 && second - first <= 800, `${second - first} ms`);
});

test('without a rate a hold only holds', async () => {
  const clock = new ManualClock();
  const pace = new Pace(clock, 0);
  pace.hold(500);
  assert.deepEqual(await timesOf(pace, clock, 3), [500, 500, 500]);
});

test('a process that stood still does not make up for it in one burst', async () => {
  let now = 0;
  const due: (() => void)[] = [];
  const after = (_: number, run: () => void) => {
    due.push(run);
    return () => {};
  };
  const clock = { now: () => now, wallMs: () => now, after };
  const pace = new Pace(clock, 50);
  const went: number[] = [];
  const all = Promise.all(Array.from({ length: 20 }, () => pace.turn(1, false).then(() => went.push(now))));
  now = 10_000;
  due.shift()?.();
  await Promise.resolve();
  assert.ok(went.length >= 2 && went.length <= 5, `${went.length} went at once`);
  pace.close();
  await all;
});
