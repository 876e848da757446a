/** What explains every split of a run, and what does not: one call that breaks the rule is enough against it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byPair, type Observation, splitsOf } from '../../../../verdicts/service/history.js';
import { isByConnection, isNowAndThen, isTooSoon, lossesOf } from '../../../../verdicts/service/split-causes.js';
import { observation } from '../samples.js';

/** Thirty pairs in turn, each asked for again and again over eight connections. */
function history(identify: (subject: string, call: number, connection: number) => string): readonly Observation[] {
  return Array.from({ length: 600 }, (_, index) => {
    const subject = `person ${index % 30}`;
    const connection = (index * 7 + Math.floor((index + 13 * (index % 30)) / 90)) % 8;
    return observation('one', subject, identify(subject, index, connection), index + 1, { connection });
  });
}

/** At one moment each of thirty people gets the answer of the next one. */
const crossed = (subject: string, call: number): string =>
  call >= 300 && call < 330 ? `person ${(call + 1) % 30}` : subject;

const listsOf = (some: readonly Observation[]) => [...byPair(some).values()];

const rows: readonly (readonly [
  what: string,
  identify: (subject: string, call: number, connection: number) => string,
  byConnection: boolean,
  losses: number,
])[] = [
  ['a right service', (subject) => subject, false, 0],
  ['four processes, by connection', (subject, _, connection) => `${subject} ${connection % 4}`, true, 0],
  ['two processes, in turn', (subject, call) => `${subject} ${call % 2}`, false, 0],
  ['a new one each time', (subject, call) => `${subject} ${call}`, false, 0],
  ['all lost every 200 calls', (subject, call) => `${subject} ${Math.floor(call / 200)}`, false, 2],
  ['all lost once', (subject, call) => `${subject} ${call < 333}`, false, 1],
  ['answers crossed at one moment', crossed, false, 0],
  ['one person lost', (subject, call) => `${subject} ${subject === 'person 3' && call > 333}`, false, 0],
  ['half of the people lost', (subject, call) => `${subject} ${/[02468]$/.test(subject) && call > 333}`, false, 0],
];

for (const [what, identify, byConnection, losses] of rows) {
  test(`${what}: by connection ${byConnection}, lost at once ${losses} times`, () => {
    const lists = listsOf(history(identify));
    assert.equal(isByConnection(lists), byConnection);
    assert.equal(lossesOf(lists).length, losses);
  });
}

test('a single split on one connection, or few repeats, prove no cause', () => {
  const some = history((subject, _, connection) => `${subject} ${connection % 4}`);
  const last = some.at(-1) ?? assert.fail();
  const planted = { ...last, identifier: 'another', exchange: 601, sentMs: 6010, answeredMs: 6015 };
  assert.equal(isByConnection(listsOf([...some, planted])), false);
  assert.equal(isByConnection(listsOf(some.slice(0, 120))), false);
});

test('what explains all splits gives its clause to each', () => {
  const clausesOf = (identify: (subject: string, call: number, connection: number) => string) => [
    ...new Set(splitsOf(history(identify)).map(({ clause }) => clause)),
  ];
  assert.deepEqual(
    clausesOf((subject, _, connection) => `${subject} ${connection % 4}`),
    ['behaviour/same-pair/connection'],
  );
  assert.deepEqual(
    clausesOf((subject, call) => `${subject} ${Math.floor(call / 200)}`),
    ['behaviour/same-pair/for-ever'],
  );
});

interface Turn {
  readonly call: number;
  readonly isSpelled: boolean;
  readonly isSoon: boolean;
}

/** Twenty people asked for fifty times each: plainly, at the end in a spelling; a second behind the call before, or 5 ms. */
function repeats(identify: (subject: string, turn: Turn) => string): readonly Observation[] {
  return Array.from({ length: 20 }, (_, person) => {
    let sentMs = 0;
    return Array.from({ length: 50 }, (_, time) => {
      const call = 50 * person + time;
      const turn = { call, isSpelled: time >= 42, isSoon: time % 7 === 3 };
      sentMs += turn.isSoon ? 10 : 1_000;
      const probes = turn.isSpelled ? 'behaviour/same-pair/spelling' : 'behaviour/same-pair/for-ever';
      const subject = `person ${person}`;
      const changes = { probes, sentMs, answeredMs: sentMs + 5 } as const;
      return observation('one', subject, identify(subject, turn), call + 1, changes);
    });
  }).flat();
}

for (const [what, identify, tooSoon, nowAndThen] of [
  ['a right service', (subject) => subject, false, false],
  ['nothing is known 5 ms later', (subject, { call, isSoon }) => `${subject} ${isSoon && call}`, true, false],
  ['every 97th is another one', (subject, { call }) => `${subject} ${call % 97 === 96 && call}`, false, true],
  [
    'every tenth spelling',
    (subject, { call, isSpelled }) => `${subject} ${isSpelled && call % 10 === 5}`,
    false,
    false,
  ],
  [
    'every 97th, and each spelling',
    (subject, { call, isSpelled }) => `${subject} ${(isSpelled || call % 97 === 96) && call}`,
    false,
    false,
  ],
  ['every third is another one', (subject, { call }) => `${subject} ${call % 3 === 2 && call}`, false, false],
] satisfies readonly (readonly [string, Parameters<typeof repeats>[0], boolean, boolean])[]) {
  test(`${what}: too soon ${tooSoon}, now and then ${nowAndThen}`, () => {
    const some = repeats(identify);
    assert.deepEqual([isTooSoon(listsOf(some)), isNowAndThen(listsOf(some))], [tooSoon, nowAndThen]);
    const clauses = new Set(splitsOf(some).map(({ clause }) => clause));
    if (tooSoon) assert.deepEqual([...clauses], ['behaviour/same-pair/at-once']);
    if (nowAndThen) assert.deepEqual([...clauses], ['behaviour/same-pair/repeated']);
    if (!tooSoon && !nowAndThen) assert.ok(!clauses.has('behaviour/same-pair/at-once'));
  });
}
