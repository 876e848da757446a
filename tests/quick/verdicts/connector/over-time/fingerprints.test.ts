/** The store of fingerprints is a set with numbers, whatever its size, and stays small. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BoundedMap } from '../../../../../verdicts/connector/over-time/bounded-map.js';
import { Fingerprints, fingerprint } from '../../../../../verdicts/connector/over-time/fingerprints.js';

const prints = fc.oneof(
  fc.string().map((text) => fingerprint(text)),
  // The same slot, and the words that an empty slot is made of.
  fc.constantFrom(
    '0'.repeat(32),
    'f'.repeat(32),
    `${'0'.repeat(31)}1`,
    `00000400${'0'.repeat(24)}`,
    `00000000${'f'.repeat(24)}`,
  ),
);

test('remembers what a map remembers', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(prints, fc.integer({ min: 1, max: 0xffff_ffff })), { maxLength: 300 }), (entries) => {
      const store = new Fingerprints();
      const model = new Map<string, number>();
      for (const [print, number] of entries) {
        assert.equal(store.remember(print, number), model.get(print));
        if (!model.has(print)) model.set(print, number);
      }
      assert.equal(store.size, model.size);
      for (const [print] of entries) assert.ok(store.has(print));
      assert.ok(!store.has(fingerprint('never', 'put')));
    }),
  );
});

test('grows over its first room and loses nothing', () => {
  const store = new Fingerprints();
  for (let number = 1; number <= 5_000; number += 1)
    assert.equal(store.remember(fingerprint(String(number)), number), undefined);
  for (let number = 1; number <= 5_000; number += 1)
    assert.equal(store.remember(fingerprint(String(number)), 9), number);
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
