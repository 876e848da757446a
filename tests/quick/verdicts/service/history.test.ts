/** The two rules of the history: a correct service never breaks one, and what is planted is always found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { subjectText } from '../../../../generators/arbitraries/subject.js';
import { byPair, mergesOf, type Observation, pairKey, splitsOf } from '../../../../verdicts/service/history.js';
import { judgeHistory } from '../../../../verdicts/service/judge-history.js';
import { observation } from '../samples.js';

const subjects = fc.oneof(
  subjectText(),
  fc.constantFrom('a', 'A', 'a ', 'a"', '","', '[', '\u0001', ' ', 'x'.repeat(300)),
);
const pairs = fc.tuple(fc.constantFrom('one', 'two', 'one"', 'ONE'), subjects);
const calls = fc.array(fc.tuple(pairs, fc.nat({ max: 3 })), { minLength: 2, maxLength: 60 });

/** A correct service: identifiers follow from the pair alone, injectively. */
const history = (some: readonly (readonly [readonly [string, string], number])[]): readonly Observation[] =>
  some.map(([[channel, subject], connection], index) =>
    observation(channel, subject, `id ${pairKey({ channel, subject })}`, index + 1, { connection }),
  );

test('a correct service never splits and never merges', () => {
  fc.assert(fc.property(calls, (some) => assert.deepEqual(judgeHistory(history(some)), [])));
});

test('a planted split is found, and it alone, with the first answer and the first that differs', () => {
  fc.assert(
    fc.property(calls, fc.nat(), (some, at) => {
      const sound = history(some);
      const victim = sound[at % sound.length] ?? assert.fail();
      const planted = { ...victim, identifier: 'another', exchange: sound.length + 1 };
      const [split, ...more] = splitsOf([...sound, planted]);
      assert.deepEqual(more, []);
      assert.equal(split?.other, planted);
      assert.equal(split?.first.identifier, victim.identifier);
      assert.deepEqual(mergesOf([...sound, planted]), []);
    }),
  );
});

test('a planted merge of two people is found, and it alone', () => {
  const judged = fc.tuple(fc.constantFrom('one', 'two'), subjectText());
  fc.assert(
    fc.property(calls, judged, judged, (some, [channel, subject], [otherChannel, otherSubject]) => {
      fc.pre(channel !== otherChannel || subject !== otherSubject);
      const planted = [
        observation(`new ${channel}`, subject, 'shared', 100),
        observation(`new ${otherChannel}`, otherSubject, 'shared', 101),
      ];
      const merges = mergesOf([...planted, ...history(some)]);
      assert.deepEqual(
        merges.map(({ first, other }) => [first, other]),
        [planted],
      );
      const clause = subject === otherSubject ? 'behaviour/different-pair/channel' : 'behaviour/different-pair/subject';
      assert.equal(merges[0]?.clause, clause);
    }),
  );
});

test('the order in which answers are handed over does not matter', () => {
  const faulty = fc
    .tuple(calls, fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 60, maxLength: 60 }))
    .map(([some, identifiers]) =>
      history(some).map((one, index) => ({ ...one, identifier: identifiers[index] ?? 'x' })),
    );
  const shuffled = faulty.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  );
  fc.assert(fc.property(shuffled, ([some, other]) => assert.deepEqual(judgeHistory(other), judgeHistory(some))));
});

test('identifiers are opaque: case, blanks and normal forms make two of them', () => {
  for (const [one, other] of [
    ['c', 'C'],
    ['c', 'c '],
    ['\u00E9', 'e\u0301'],
  ] as const) {
    const some = [observation('one', 'a', one, 1), observation('one', 'b', other, 2)];
    assert.deepEqual(mergesOf(some), []);
    assert.equal(splitsOf(some.map((each) => ({ ...each, subject: 'a' }))).length, 1);
  }
});

test('no two pairs have one key', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
      assert.equal(pairKey({ channel: a, subject: b }) === pairKey({ channel: c, subject: d }), a === c && b === d);
    }),
  );
  assert.notEqual(pairKey({ channel: 'a","b', subject: 'c' }), pairKey({ channel: 'a', subject: 'b","c' }));
});

test('answers are grouped by pair, in the order of their exchanges', () => {
  const some = [observation('one', 'b', 'i', 3), observation('one', 'a', 'j', 2), observation('one', 'b', 'k', 1)];
  const grouped = [...byPair(some).values()].map((group) => group.map((each) => each.exchange));
  assert.deepEqual(grouped, [[1, 3], [2]]);
});

const long = 'x'.repeat(255);

test('odd subjects may share an identifier, long ones may not', () => {
  const shares = (one: string, other: string): readonly string[] =>
    mergesOf([observation('one', one, 'i', 1), observation('one', other, 'i', 2)]).map(({ clause }) => clause);
  assert.deepEqual(shares('a', 'a\u0000'), []);
  assert.deepEqual(shares(' ', '  '), []);
  assert.deepEqual(shares(`${long}A`, `${long}B`), ['body/participants/subject/beyond-255']);
  assert.deepEqual(shares(long, `${long}B`), ['body/participants/subject/beyond-255']);
  assert.deepEqual(shares('a', 'b'), ['behaviour/different-pair/subject']);
});

test('of many that share an identifier each is told once, beside the nearest', () => {
  const some = [
    observation('one', 'a', 'i', 1),
    observation('two', 'b', 'i', 2),
    observation('two', 'a', 'i', 3),
    observation('two', 'c', 'i', 4),
  ];
  assert.deepEqual(
    mergesOf(some).map(({ first, other }) => [first.exchange, other.exchange]),
    [
      [1, 2],
      [1, 3],
      [2, 4],
    ],
  );
});

test('a split blames the clause that the later call probed, or the coarser one that explains it', () => {
  const split = (
    subject: string,
    at: number,
    probes: Observation['probes'],
    connection = 1,
  ): readonly Observation[] => [
    observation('one', subject, `${subject}1`, at, { probes: 'behaviour/same-pair/repeated' }),
    observation('one', subject, `${subject}2`, at + 1, { probes, connection }),
  ];
  const clauses = (some: readonly Observation[]): readonly string[] => splitsOf(some).map(({ clause }) => clause);
  const spelling = 'behaviour/same-pair/spelling';
  const connection = 'behaviour/same-pair/connection';
  const repeated = 'behaviour/same-pair/repeated';
  assert.deepEqual(clauses(split('a', 1, spelling)), [spelling]);
  assert.deepEqual(clauses([...split('a', 1, spelling), ...split('b', 3, repeated)]), [repeated, repeated]);
  assert.deepEqual(clauses([...split('a', 1, spelling, 2), ...split('b', 3, connection, 2)]), [connection, connection]);
  assert.deepEqual(clauses([...split('a', 1, spelling, 1), ...split('b', 3, connection, 2)]), [spelling, connection]);
});
