/** Dealing work out of piles: never more than can be paid for, at the pace of the weights, and monotone in the sum. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deal, type Pile } from '../../../../../engine/service/budget/deal.js';
import { fc } from '../../../../../generators/fast-check.js';

const ones = (count: number): readonly number[] => Array.from({ length: count }, () => 1);

test('piles go out at the pace of their weights', () => {
  const piles: readonly Pile<'a' | 'b'>[] = [
    { name: 'a', weight: 1, costs: ones(100) },
    { name: 'b', weight: 3, costs: ones(100) },
  ];
  assert.deepEqual(deal(piles, 40), { a: 10, b: 30 });
});

test('a pile that comes after others waits for its place', () => {
  const piles: readonly Pile<'now' | 'later'>[] = [
    { name: 'now', weight: 10, costs: ones(10) },
    { name: 'later', weight: 10, after: 1, costs: ones(10) },
  ];
  assert.deepEqual(deal(piles, 10), { now: 10, later: 0 });
  assert.deepEqual(deal(piles, 13), { now: 10, later: 3 });
});

test('nothing is dealt that the sum does not pay for, and more money never buys less', () => {
  const pile = fc.record({
    costs: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
    weight: fc.integer({ min: 1, max: 50 }),
    after: fc.integer({ min: 0, max: 3 }),
  });
  void fc.assert(
    fc.property(pile, pile, fc.nat({ max: 150 }), fc.nat({ max: 30 }), (one, two, sum, more) => {
      const piles: readonly Pile<'one' | 'two'>[] = [
        { name: 'one', ...one },
        { name: 'two', ...two },
      ];
      const [small, large] = [deal(piles, sum), deal(piles, sum + more)];
      const paid = piles.flatMap(({ name, costs }) => costs.slice(0, small[name])).reduce((a, b) => a + b, 0);
      assert.ok(paid <= sum);
      assert.ok(large.one >= small.one && large.two >= small.two);
    }),
    { numRuns: 300 },
  );
});
