/** Recorded failures of a run against a mock, and what must hold when they are sent again. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { FaultId } from '../../endpoints/mock/faults.js';
import { createMock, type MockOptions } from '../../endpoints/mock/mock.js';
import { replayCase } from '../../engine/service/replay/replay.js';
import type { Target } from '../../engine/service/run-options.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { replayCasesOf } from '../../verdicts/replay/replay-cases.js';
import { runAgainst, sharedKeys } from '../quick/end-to-end/run-against.js';

/** A mock on a socket; it ends with the test. */
export async function serve(t: TestContext, options: MockOptions): Promise<Target> {
  const mock = await createMock({ keys: await sharedKeys(), ...options });
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  return { kind: 'service', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: [] };
}

/** The cases that a run against a fault leaves. */
export async function casesOf(target: Target, only: string): Promise<readonly ReplayCase[]> {
  const { cases } = replayCasesOf(await runAgainst(target.baseUrl, target.credentials, { only: [only] }));
  const text = JSON.stringify(cases);
  const { accessToken, expiredAccessToken } = target.credentials;
  for (const token of [accessToken, expiredAccessToken]) {
    for (const part of (token ?? '').split('.')) assert.ok(part === '' || !text.includes(part), 'no part of a token');
  }
  return cases;
}

/** Every case that a run leaves against each of these faults, which merge near neighbours, is STILL the failure. */
export async function assertNeighboursReplay(t: TestContext, merging: readonly FaultId[]): Promise<void> {
  let replayed = 0;
  for (const fault of merging) {
    const faulty = await serve(t, { faults: [fault] });
    const cases = (await casesOf(faulty, 'behaviour/different-pair')).filter(({ wholeStory }) => wholeStory);
    replayed += cases.length;
    for (const one of cases) {
      const { result, reason } = await replayCase(one, { target: faulty });
      assert.equal(result, 'STILL', `${fault}, ${one.label}: ${reason}`);
    }
  }
  // Merges of one fold are one case.
  assert.ok(replayed >= merging.length, `only ${replayed} cases of ${merging.length} faults`);
}
