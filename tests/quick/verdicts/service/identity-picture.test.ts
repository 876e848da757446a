/** The picture of the history: points in order of appearance, splits and merges kept whatever the bound, the bound itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collisionWidth, identityPicture, maxPoints } from '../../../../verdicts/service/identity-picture.js';
import { observation } from '../samples.js';

const strangers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => observation('one', `s${from + index}`, `c${from + index}`, from + index));

test('a right service is the diagonal, however often a pair is asked for', () => {
  const picture = identityPicture([...strangers(3), observation('one', 's0', 'c0', 9)]);
  assert.deepEqual(picture, {
    points: [0, 1, 2].map((index) => ({ pair: index, identifier: index })),
    leftOut: 0,
    merged: 0,
    split: 0,
    offenders: [],
    width: 0,
  });
});

test('the order is that of the exchanges, not of the shards', () => {
  const { points } = identityPicture([...strangers(3)].reverse());
  assert.deepEqual(
    points?.map(({ pair, identifier }) => [pair, identifier]),
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  );
});

test('all points of a split and of a merge say so, and each leads to its finding', () => {
  const history = [
    ...strangers(3),
    observation('one', 's1', 'other', 10, { label: 'asked again' }),
    observation('one', 'S2', 'c2', 11),
  ];
  const { points, merged, split, offenders } = identityPicture(history);
  assert.deepEqual([merged, split], [1, 1]);
  assert.deepEqual(points, [
    { pair: 0, identifier: 0 },
    { pair: 1, identifier: 1, split: true },
    { pair: 2, identifier: 2, merge: true },
    { pair: 1, identifier: 3, split: true },
    { pair: 3, identifier: 2, merge: true },
  ]);
  assert.deepEqual(offenders, [
    { kind: 'split', pair: 1, identifier: 3, finding: 'behaviour--same-pair--repeated--split' },
    { kind: 'merge', pair: 3, identifier: 2, finding: 'behaviour--different-pair--subject--merge-of-strangers' },
  ]);
});

test('a shared identifier of odd subjects is no merge: the specification leaves them to the service', () => {
  const { merged, points } = identityPicture([
    observation('one', '\u0001', 'c', 1),
    observation('one', '\u0002', 'c', 2),
  ]);
  assert.equal(merged, 0);
  assert.deepEqual(points, [
    { pair: 0, identifier: 0 },
    { pair: 1, identifier: 0 },
  ]);
});

test('beyond the bound splits and merges stay, and the diagonal still reaches its end', () => {
  const count = maxPoints + 1_000;
  const history = [
    ...strangers(count),
    observation('one', 's3', 'late', count),
    observation('one', 'S4', 'c4', count + 1),
  ];
  const { points = [], leftOut } = identityPicture(history);
  assert.equal(points.length, maxPoints);
  assert.equal(leftOut, 1_002);
  assert.equal(points.filter(({ split }) => split).length, 2);
  assert.equal(points.filter(({ merge }) => merge).length, 2);
  assert.ok(points.some(({ pair }) => pair === count - 1));
});

test('more splits than the bound are cut at the bound', () => {
  const pairs = maxPoints / 2 + 10;
  const again = strangers(pairs).map((one) => ({
    ...one,
    identifier: `x${one.identifier}`,
    exchange: one.exchange + pairs,
  }));
  const { points = [], leftOut, split, offenders } = identityPicture([...strangers(pairs), ...again]);
  assert.deepEqual([points.length, leftOut, split], [maxPoints, 20, pairs]);
  assert.equal(offenders?.length, 1);
});

test('one offender for each finding', () => {
  const history = [
    ...strangers(20),
    ...strangers(20).map((one) => ({ ...one, identifier: 'x', exchange: one.exchange + 30 })),
  ];
  const { offenders } = identityPicture(history);
  assert.deepEqual(
    offenders?.map(({ finding, kind }) => [finding, kind]),
    [
      ['behaviour--same-pair--repeated--split', 'split'],
      ['behaviour--different-pair--subject--merge-of-strangers', 'merge'],
    ],
  );
});

test('the collision width is the widest that n pairs miss with 5 % probability at most', () => {
  assert.deepEqual([0, 1, 2, 3, 10, 480, 5_000].map(collisionWidth), [0, 0, 0, 0, 3, 15, 22 - 1]);
  // By the exact product, not the bound's approximation.
  const missed = (pairs: number, bits: number): number =>
    Array.from({ length: pairs }, (_, index) => 1 - index / 2 ** bits).reduce((product, factor) => product * factor, 1);
  for (const pairs of [30, 100, 480, 1_000, 5_000]) {
    const width = collisionWidth(pairs);
    assert.ok(missed(pairs, width) <= 0.05, `${pairs} pairs, ${width} bits`);
    assert.ok(missed(pairs, width + 1) > 0.05, `${pairs} pairs, ${width + 1} bits`);
  }
});
