/** A pattern for a word in any letter case takes every case of it and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyCase } from '../../../../schemas/request/any-case.js';

const matches = (word: string, text: string): boolean => new RegExp(`^${anyCase(word)}$`).test(text);

test('letters become pairs, the rest stays or is escaped', () => {
  assert.equal(anyCase('Bearer'), '[Bb][Ee][Aa][Rr][Ee][Rr]');
  assert.equal(anyCase('a/b-1 c'), '[Aa]/[Bb]-1 [Cc]');
  assert.equal(anyCase('a.b+'), '[Aa]\\.[Bb]\\+');
});

test('any case of a media type matches', () => {
  const word = 'multipart/form-data';
  const cased = fc.array(fc.boolean(), { minLength: word.length, maxLength: word.length });
  fc.assert(
    fc.property(cased, (upper) => {
      const text = [...word].map((c, index) => (upper[index] ? c.toUpperCase() : c)).join('');
      assert.ok(matches(word, text));
    }),
  );
});

test('characters with a meaning in patterns mean themselves', () => {
  for (const other of ['axb', 'ab', 'a..b', 'a.b.']) assert.equal(matches('a.b', other), false, other);
  for (const word of ['a.b', '(x)', 'a|b', '[c]', '^$', 'a*', '{2}', '\\d', '?']) {
    assert.ok(matches(word, word.toUpperCase()), word);
  }
});
