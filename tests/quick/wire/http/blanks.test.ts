/** Blanks and tabs go off the ends and stay inside; other white space stays everywhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { trimBlanks, trimBlanksBehind } from '../../../../wire/http/blanks.js';

const texts = fc.string({ unit: fc.constantFrom(' ', '\t', 'a', '\n', '\u00a0') });

test('agrees with the plain patterns', () => {
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(trimBlanks(text), text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, ''));
      assert.equal(trimBlanksBehind(text), text.replace(/[ \t]+$/, ''));
    }),
  );
});
