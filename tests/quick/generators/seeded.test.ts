/** One seed and one name, one value, for ever; another seed or name, another value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guidFrom, seededBytes, seededGuid, seededInteger, seededWord } from '../../../generators/seeded.js';

const seeds = fc.integer();
const makers = [seededBytes, seededInteger, seededGuid, (seed: number, name: string) => seededWord(seed, name, 12)];

test('the same seed and name give the same value', () => {
  fc.assert(
    fc.property(seeds, fc.string(), (seed, name) => {
      for (const make of makers) assert.deepEqual(make(seed, name), make(seed, name));
    }),
  );
});

test('another seed or another name gives another value', () => {
  fc.assert(
    fc.property(seeds, fc.string(), (seed, name) => {
      for (const make of makers) {
        assert.notDeepEqual(make(seed, name), make(seed + 1, name));
        assert.notDeepEqual(make(seed, name), make(seed, `${name}x`));
      }
    }),
  );
});

test('values of earlier versions stay: old seeds replay', () => {
  assert.equal(seededGuid(42, 'a'), '80de2b40-42b4-47c5-90f0-10b4d52a8dbc');
});

test('a GUID has the version named and variant 1', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 32 });
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 8 }), (some, version) => {
      const guid = guidFrom(some, version);
      assert.match(guid, /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.equal(guid.charAt(14), String(version));
    }),
  );
  assert.equal(seededGuid(1, 'x').charAt(14), '4');
});

test('integers are of 32 bits, words of the length asked for', () => {
  fc.assert(
    fc.property(seeds, fc.string(), fc.integer({ min: 1, max: 64 }), (seed, name, length) => {
      const integer = seededInteger(seed, name);
      assert.ok(Number.isInteger(integer) && integer >= 0 && integer < 2 ** 32);
      assert.match(seededWord(seed, name, length), new RegExp(`^[0-9a-f]{${length}}$`));
    }),
  );
});
