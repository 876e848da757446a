/** Hidden characters are labelled, all else is left alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesAsText, segments, visibleLines, visibleText } from '../../../text/visible.js';

test('control, zero-width and bidi characters, odd blanks and lone surrogates are labelled', () => {
  assert.equal(visibleText('a\u0000b\u001b[31m'), 'a⟨U+0000⟩b⟨U+001B⟩[31m');
  assert.equal(visibleText('a\u200bb\u202ec\u2066d\ufeff'), 'a⟨U+200B⟩b⟨U+202E⟩c⟨U+2066⟩d⟨U+FEFF⟩');
  assert.equal(visibleText('a\u00a0b\u2003c\u2800d\u3164e'), 'a⟨U+00A0⟩b⟨U+2003⟩c⟨U+2800⟩d⟨U+3164⟩e');
  assert.equal(visibleText('a\ud800b'), 'a⟨U+D800⟩b');
  assert.equal(visibleText('tab\tline\r\n.'), 'tab⇥line⟨CR⟩⟨LF⟩.');
});

test('ordinary text of any script is left as it is', () => {
  for (const text of ['plain text', 'Zoë', 'Ζωή', '山田', '😀', '', 'a  b']) assert.equal(visibleText(text), text);
});

test('blanks are labelled at the end, everywhere, or nowhere, as asked', () => {
  const text = (blanks: 'trailing' | 'all' | 'none') =>
    segments(' a b  ', blanks)
      .map((segment) => segment.text)
      .join('');
  assert.equal(text('trailing'), ' a b␣␣');
  assert.equal(text('all'), '␣a␣b␣␣');
  assert.equal(text('none'), ' a b  ');
});

test('right-to-left words are set apart with the blanks between them', () => {
  assert.deepEqual(segments('to مرحبا بك 12'), [
    { kind: 'plain', text: 'to ' },
    { kind: 'right-to-left', text: 'مرحبا بك' },
    { kind: 'plain', text: ' 12' },
  ]);
});

test('combining marks that would paint over the neighbourhood are labelled', () => {
  assert.equal(visibleText(`a${'\u0301'.repeat(6)}`), `a${'\u0301'.repeat(4)}⟨U+0301⟩⟨U+0301⟩`);
});

test('bytes that are not UTF-8 are shown by value', () => {
  assert.equal(visibleText(bytesAsText(Uint8Array.of(0x41, 0xe9, 0xff, 0x00))), 'A⟨0xE9⟩⟨0xFF⟩⟨U+0000⟩');
});

test('of several lines the line feeds stay, and blanks at the end of each are labelled', () => {
  assert.equal(visibleLines('one \r\ntwo\u200b\n'), 'one␣⟨CR⟩\ntwo⟨U+200B⟩\n');
});

test('whatever comes in, nothing hidden comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const shown = visibleText(text);
      assert.doesNotMatch(shown, /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u);
    }),
  );
});
