/** Calls at once that are not accepted: told as lost only when the same call alone is accepted, and when they are lost again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { keepsAtOnce } from '../../../../engine/service/probes/at-once.js';
import { pairKey } from '../../../../verdicts/service/history.js';
import { type Call, contextOn, type Given, InMemoryService } from './in-memory-service.js';

const atOnce = 'behaviour/same-pair/at-once';

async function toldOf(answer: (call: Call) => Given | undefined): Promise<readonly string[]> {
  const context = contextOn(new InMemoryService({ answer, delay: nextTurn }), { level: 'standard' });
  const probe = keepsAtOnce(atOnce);
  await probe.run(context);
  const { findings } = context.ledger.outcome({ name: 'A place', probes: [] }, probe, 0, 0);
  return [...new Set(findings.map(({ clause, verdict, confirmed }) => `${clause}: ${verdict}, ${confirmed}`))];
}

/** Another answer for each call but the first for a pair that is new, while the first is under way. */
function losers(given: Given) {
  const begun = new Map<string, number>();
  return ({ pair, number, underWay }: Call): Given | undefined => {
    const key = pair === undefined ? '' : pairKey(pair);
    const first = begun.get(key) ?? number;
    begun.set(key, first);
    return underWay > 1 && first < number && number < first + 16 ? given : undefined;
  };
}

const broken = { status: 200, body: '' };
for (const [what, given] of Object.entries({
  409: 409,
  500: 500,
  'an empty 200': broken,
  'no answer': 'reset',
} as const)) {
  test(`losers that get ${what} break the promise for calls at once, and nothing else`, async () => {
    assert.deepEqual(await toldOf(losers(given)), [`${atOnce}: nonconformant, in company`]);
  });
}

test('a right service loses none', async () => {
  assert.deepEqual(await toldOf(() => undefined), []);
});

test('a pair that is refused alone as well is no matter of races', async () => {
  const told = await toldOf(({ pair }) => (pair?.subject.endsWith('at-once-1') === true ? 400 : undefined));
  assert.deepEqual(told, ['answer/success/status: nonconformant, alone']);
});

for (const each of [5, 9, 20]) {
  test(`a service that fails each ${each}th call, whatever runs beside it, loses no races`, async () => {
    const told = await toldOf(({ number }) => (number % each === 0 ? 500 : undefined));
    const ofRaces = told.filter((one) => one.endsWith('nonconformant, in company') && one.startsWith(atOnce));
    assert.deepEqual(ofRaces, []);
  });
}

test('a loser that is seen once is undecided', async () => {
  let once = true;
  const told = await toldOf(({ underWay }) => {
    if (underWay < 2 || !once) return undefined;
    once = false;
    return 409;
  });
  assert.deepEqual(told, [`${atOnce}: inconclusive, not again`]);
});
