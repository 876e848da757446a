/** Exchanges that end in any order are passed on in the order of their numbers, and none is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InOrder } from '../../../../../verdicts/connector/run/in-order.js';

test('in order, as soon as the earlier ones are there', () => {
  const seen: number[] = [];
  const inOrder = new InOrder<{ number: number }>(({ number }) => seen.push(number));
  for (const number of [3, 1, 2, 6, 4]) inOrder.push({ number });
  assert.deepEqual(seen, [1, 2, 3, 4]);
  assert.equal(inOrder.held, 1);
  inOrder.flush();
  assert.deepEqual(seen, [1, 2, 3, 4, 6]);
  inOrder.push({ number: 7 });
  assert.deepEqual(seen, [1, 2, 3, 4, 6, 7]);
});

test('one that never comes holds up no more than a bound', () => {
  const seen: number[] = [];
  const inOrder = new InOrder<{ number: number }>(({ number }) => seen.push(number));
  for (let number = 2; number < 10_010; number += 1) inOrder.push({ number });
  assert.ok(seen.length >= 10_000);
  assert.deepEqual(seen.slice(0, 2), [2, 3]);
});
