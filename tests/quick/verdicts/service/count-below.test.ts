/** Counting by halves is counting. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countBelow } from '../../../../verdicts/service/memory-limit.js';

test('as many as a walk counts', () => {
  const numbers = fc.array(fc.integer({ min: -9, max: 9 }));
  fc.assert(
    fc.property(numbers, fc.integer({ min: -10, max: 10 }), (some, limit) => {
      const sorted = [...some].sort((a, b) => a - b);
      assert.equal(countBelow(sorted, limit), sorted.filter((one) => one < limit).length);
    }),
  );
});
