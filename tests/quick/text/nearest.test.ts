/** Holds which names are suggested for a mistyped one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf, nearest } from '../../../text/nearest.js';

const names = ['headers/org-id', 'headers/org-id/length', 'headers/request-id/unique', 'body/participants/role/value'];
const rows: readonly (readonly [given: string, near: readonly string[]])[] = [
  ['headers/org-id/lenght', ['headers/org-id/length']],
  ['org-id', ['headers/org-id']],
  ['Role/Value', ['body/participants/role/value']],
  ['uniqe', ['headers/request-id/unique']],
  ['entirely-different', []],
  ['', []],
  ['x'.repeat(100_000), []],
];

for (const [given, near] of rows) {
  test(`${JSON.stringify(given.slice(0, 30))} suggests ${JSON.stringify(near)}`, () => {
    assert.deepEqual(nearest(given, names), near);
  });
}

test('no more than three are suggested', () => {
  assert.equal(nearest('abc', ['abd', 'abe', 'abf', 'abg']).length, 3);
});

test('names are listed as in a sentence', () => {
  assert.equal(listOf(['a'], 'or'), 'a');
  assert.equal(listOf(['a', 'b'], 'or'), 'a or b');
  assert.equal(listOf(['a', 'b', 'c'], 'and'), 'a, b and c');
});
