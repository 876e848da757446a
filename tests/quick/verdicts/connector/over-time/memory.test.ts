/** A fingerprint tells texts apart, and a bounded map stays small. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedMap, fingerprint } from '../../../../../verdicts/connector/over-time/memory.js';

test('a text has one fingerprint, and another text another one', () => {
  assert.equal(fingerprint('ab'), fingerprint(Buffer.from('ab')));
  assert.notEqual(fingerprint('ab'), fingerprint('ac'));
});

test('two divisions of one text have two fingerprints', () => {
  assert.notEqual(fingerprint('ab', 'c'), fingerprint('a', 'bc'));
});

test('a bounded map forgets its oldest entry', () => {
  const map = new BoundedMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  assert.deepEqual([map.get('a'), map.get('b'), map.get('c')], [3, undefined, 4]);
});
