/** Text samples must work, alone and behind a word; subjects of a length have exactly that length. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import {
  lengthsBeyond255,
  lengthsUpTo255,
  singleCharacters,
  textSamples,
} from '../../../../generators/identities/any-text.js';
import { isOdd } from '../../../../generators/identities/odd.js';
import { subjectOfLength } from '../../../../generators/identities/subject-of-length.js';

test('no sample is odd, no slug, no label and no text comes twice', () => {
  const all = [...textSamples, ...singleCharacters];
  for (const [slug, , text] of all) assert.equal(isOdd(text), false, slug);
  for (const [slug, , text] of textSamples) assert.equal(isOdd(`byoc-000000-text ${text}`), false, slug);
  for (const column of [0, 1, 2] as const) assert.equal(new Set(all.map((row) => row[column])).size, all.length);
});

test('single characters are one character each', () => {
  for (const [slug, , text] of singleCharacters) assert.equal([...text].length, 1, slug);
});

const odd: readonly (readonly [what: string, subject: string, odd: boolean])[] = [
  ['empty', '', true],
  ['one blank', ' ', true],
  ['blanks of several kinds', ' \t\u00A0\u3000', true],
  ['a zero-width space alone', '\u200B', true],
  ['a control character', 'a\u0001', true],
  ['a line end', 'a\nb', true],
  ['DEL', 'a\u007F', true],
  ['a lone surrogate', 'a\uD800', true],
  ['a private-use character', '\uE000', true],
  ['an unassigned code point', 'a\u{E0080}', true],
  ['256 characters', 'x'.repeat(256), true],
  ['255 characters', 'x'.repeat(255), false],
  ['a surrogate pair', '😀', false],
  ['blanks around a letter', ' a ', false],
  ['a zero-width joiner inside', 'a\u200Db', false],
];

for (const [what, subject, expected] of odd) {
  test(`${what} is ${expected ? '' : 'not '}odd`, () => assert.equal(isOdd(subject), expected));
}

test('a subject of a length has exactly that length and the whole word at its beginning', () => {
  const lengths = fc.constantFrom(...lengthsUpTo255, ...lengthsBeyond255);
  const sizes = fc.constantFrom(1, 2, 3, 4);
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,30}$/), lengths, sizes, (word, length, bytes) => {
      const subject = subjectOfLength(word, length, bytes);
      assert.equal(Array.from(subject).length, length);
      assert.ok(subject.startsWith(word.slice(0, length)));
      const filling = subject.slice(word.length);
      assert.equal(Buffer.byteLength(filling), bytes * Math.max(0, length - word.length));
      assert.ok(!isOdd(subject) || length > 255);
    }),
  );
});

test('long subjects do not compress to less than half of what they hold', () => {
  for (const bytes of [1, 2, 3, 4]) {
    const subject = Buffer.from(subjectOfLength('word', 255, bytes));
    assert.ok(deflateRawSync(subject).length > 140, `${bytes} bytes`);
  }
});

test('lengths are on the right side of 255, each once', () => {
  assert.ok(lengthsUpTo255.every((length) => length >= 1 && length <= 255) && lengthsUpTo255.includes(255));
  assert.ok(lengthsBeyond255.every((length) => length > 255) && lengthsBeyond255.includes(256));
  assert.equal(new Set([...lengthsUpTo255, ...lengthsBeyond255]).size, lengthsUpTo255.length + lengthsBeyond255.length);
});
