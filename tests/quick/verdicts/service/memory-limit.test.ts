/** Services that forget by age or for the sake of others are told by their limit; those that split otherwise by none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byPair, type Observation, splitsOf } from '../../../../verdicts/service/history.js';
import { judgeHistory } from '../../../../verdicts/service/judge-history.js';
import { type MemoryLimit, memoryLimitsOf } from '../../../../verdicts/service/memory-limit.js';
import { observation } from '../samples.js';

/** A service that is asked for pairs one after the other; what it forgets, gets a new identifier. */
type Forgets = (since: { readonly ageMs: number; readonly others: number; readonly calls: number }) => boolean;

interface Call {
  readonly subject: number;
  readonly pauseMs: number;
}

/** Answers take `latencyMs`; the service looks at its clock half way. */
function play(calls: readonly Call[], forgets: Forgets, latencyMs = 5): readonly Observation[] {
  const known = new Map<number, { identifier: string; sinceMs: number; place: number; calls: number }>();
  const history: Observation[] = [];
  let [nowMs, identifiers] = [0, 0];
  for (const { subject, pauseMs } of calls) {
    nowMs += pauseMs;
    const [sentMs, atMs, answeredMs] = [nowMs, nowMs + latencyMs / 2, nowMs + latencyMs];
    const entry = known.get(subject);
    const since = {
      ageMs: atMs - (entry?.sinceMs ?? 0),
      others: identifiers - (entry?.place ?? 0),
      calls: entry?.calls ?? 0,
    };
    if (entry === undefined || forgets(since)) {
      identifiers += 1;
      known.set(subject, { identifier: `c${identifiers}`, sinceMs: atMs, place: identifiers, calls: 1 });
    } else entry.calls += 1;
    const { identifier = '' } = known.get(subject) ?? {};
    const probes = 'behaviour/same-pair/after-refusal';
    history.push(observation('one', `s${subject}`, identifier, history.length + 1, { sentMs, answeredMs, probes }));
    nowMs = answeredMs;
  }
  return history;
}

const limitsOf = (history: readonly Observation[]) => memoryLimitsOf(byPair(history).values());

/** 40 pairs asked for again and again, with pauses now and then. */
const calls = fc.array(fc.record({ subject: fc.nat({ max: 39 }), pauseMs: fc.constantFrom(0, 0, 0, 20, 300) }), {
  minLength: 200,
  maxLength: 400,
});

test('a service that keeps everything has no limit', () => {
  fc.assert(fc.property(calls, (some) => assert.deepEqual(limitsOf(play(some, () => false)), [])));
});

test('a life time, and a number of others, are told from both sides and never wrongly', () => {
  const limit = fc.record({ lifeMs: fc.integer({ min: 400, max: 5_000 }), most: fc.integer({ min: 20, max: 39 }) });
  let told = 0;
  fc.assert(
    fc.property(calls, limit, (some, { lifeMs, most }) => {
      const aged = limitsOf(play(some, ({ ageMs }) => ageMs > lifeMs));
      const evicted = limitsOf(play(some, ({ others }) => others >= most));
      for (const { by, since, kept, lost } of [...aged.filter(isTime), ...evicted.filter((one) => !isTime(one))]) {
        const real = by === 'time' ? lifeMs : most;
        if (since === 'first') told += 1;
        if (since === 'first') assert.ok(kept <= real && real <= lost, JSON.stringify({ by, kept, lost, real }));
      }
    }),
  );
  assert.ok(told > 20, `only ${told} told`);
});

const isTime = ({ by }: MemoryLimit): boolean => by === 'time';

/** `count` pairs one after the other, again and again. */
const inTurn = (count: number, pauseMs: number, rounds: number): readonly Call[] =>
  Array.from({ length: count * rounds }, (_, index) => ({ subject: index % count, pauseMs }));

test('a life time of two seconds shows, however few calls lie between', () => {
  const some = [...inTurn(4, 400, 3), ...inTurn(8, 200, 3)];
  const history = play(some, ({ ageMs }) => ageMs > 2_000);
  const [limit, ...more] = limitsOf(history);
  assert.deepEqual([limit?.by, limit?.since, more], ['time', 'first', []]);
  assert.ok((limit?.kept ?? 0) > 1_000 && (limit?.kept ?? 0) <= 2_000, JSON.stringify(limit));
  assert.ok((limit?.lost ?? 0) > 2_000 && (limit?.lost ?? 0) < 4_000, JSON.stringify(limit));
  const splits = splitsOf(history);
  assert.ok(splits.length > 0);
  for (const { clause, limits } of splits)
    assert.deepEqual([clause, limits], ['behaviour/same-pair/for-ever', [limit]]);
  const [told] = judgeHistory(history);
  assert.match(
    told?.got ?? '',
    /; in this run each pair kept its identifier up to 1\.\d\d s after its first call, and lost it from [23]\.\d\d s on$/,
  );
  assert.match(told?.advice ?? '', /^Keep conversations for ever/);
});

test('a memory of 50 shows, and is told', () => {
  const known = Array.from({ length: 60 }, (_, index) => ({ subject: index, pauseMs: 0 }));
  const again = [59, 30, 12, 8, 3].map((subject) => ({ subject, pauseMs: 100 }));
  const history = play([...known, ...again], ({ others }) => others >= 50);
  const [limit] = limitsOf(history).filter((one) => !isTime(one));
  assert.ok(limit !== undefined && limit.kept > 40 && limit.kept <= 50 && limit.lost >= 50 && limit.lost < 58);
  assert.match(
    judgeHistory(history)[0]?.got ?? '',
    /while up to 4\d others came after (its first call|the call before), and lost it from 5\d on/,
  );
});

test('what hangs on the number of calls, or on chance, has no limit', () => {
  const calls = (count: number): readonly Call[] => Array.from({ length: count }, () => ({ subject: 0, pauseMs: 200 }));
  const some = [...inTurn(4, 400, 6), ...calls(3), ...inTurn(8, 200, 6)];
  assert.deepEqual(limitsOf(play(some, ({ calls: before }) => before >= 7)), []);
  const turns = some.map((_, index) => index % 5 === 4);
  assert.deepEqual(limitsOf(play(some, () => turns.shift() === true)), []);
});

test('a way to ask that never did no harm keeps the blame', () => {
  const kept = (subject: string, at: number, ms: number): readonly Observation[] => [
    observation('one', subject, subject, at, { sentMs: 0, answeredMs: 5 }),
    observation('one', subject, subject, at + 1, { sentMs: ms, answeredMs: ms + 5 }),
  ];
  const split = (probes: Observation['probes']): readonly Observation[] => [
    observation('one', 'x', 'x1', 100, { sentMs: 0, answeredMs: 5 }),
    observation('one', 'x', 'x2', 101, { sentMs: 2_000, answeredMs: 2_005, probes }),
  ];
  const clauses = (probes: Observation['probes']) =>
    splitsOf([...kept('a', 1, 1_000), ...kept('b', 3, 1_500), ...split(probes)]).map(({ clause }) => clause);
  assert.deepEqual(clauses('behaviour/same-pair/after-refusal'), ['behaviour/same-pair/after-refusal']);
  assert.deepEqual(clauses('behaviour/same-pair/repeated'), ['behaviour/same-pair/for-ever']);
});

test('a way to ask that has a conversation of its own is no life time, however slowly the calls follow each other', () => {
  const asked = (identifiers: readonly string[]): readonly Observation[] =>
    identifiers.map((identifier, index) => {
      const [sentMs, answeredMs] = [300 * index, 300 * index + 250];
      const probes = 'behaviour/same-pair/spelling';
      return observation('one', 'x', identifier, index + 1, { sentMs, answeredMs, probes });
    });
  const kept = Array.from({ length: 6 }, () => 'c1');
  for (const rest of [
    ['c2', 'c1'],
    ['c2', 'c3', 'c4'],
  ]) {
    const [split, ...more] = splitsOf(asked([...kept, ...rest]));
    assert.deepEqual([split?.clause, split?.limits, more], ['behaviour/same-pair/spelling', undefined, []]);
  }
  // Forgotten for good: the new one is kept as the first was.
  const [forgotten] = splitsOf(asked([...kept, 'c2', 'c2']));
  assert.equal(forgotten?.clause, 'behaviour/same-pair/for-ever');
});
