/** Cutting, numbers, XML, Markdown and quotations: small functions that every report leans on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clip, clipped } from '../../../text/clip.js';
import { escapeMarkdown, escapeXml, quoted } from '../../../text/escape.js';
import { formatDuration, formatNumber, formatTime, plural } from '../../../text/format.js';

test('a cut never splits a surrogate pair and is always told', () => {
  assert.deepEqual(clip('ab😀', 3), { text: 'ab', cut: true });
  assert.deepEqual(clip('ab😀', 4), { text: 'ab😀', cut: false });
  assert.equal(clipped('abcdef', 3), 'abc … (cut, 6 characters in all)');
});

test('numbers, durations and times read the same on every machine', () => {
  assert.equal(formatNumber(1_234_567), '1,234,567');
  assert.deepEqual([0, 840, 999.6, 4_215, 59_949, 125_000].map(formatDuration), [
    '0 ms',
    '840 ms',
    '1.0 s',
    '4.2 s',
    '59.9 s',
    '2 min 5 s',
  ]);
  assert.equal(formatTime('2026-11-22T14:05:31.250+01:00'), '2026-11-22 13:05:31 UTC');
  assert.equal(formatTime('never'), 'never');
  assert.deepEqual(
    [plural(1, 'case'), plural(2, 'case'), plural(2, 'more entry')],
    ['1 case', '2 cases', '2 more entries'],
  );
});

test('XML gets no character that XML 1.0 cannot carry, and no markup', () => {
  assert.equal(escapeXml('<a b="c">&\'\u0000\n'), '&lt;a b=&quot;c&quot;&gt;&amp;&apos;⟨U+0000⟩&#10;');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(escapeXml(text), /[<>"'\p{Surrogate}\p{Cc}\ufffe\uffff]/u);
    }),
  );
});

test('Markdown gets nothing that could start markup, a cell, a link or a mention', () => {
  assert.equal(escapeMarkdown('a | b'), 'a &#124; b');
  assert.equal(escapeMarkdown('<b>'), '&#60;b&#62;');
  assert.equal(escapeMarkdown('1. one'), '&#49;. one');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const rest = escapeMarkdown(text).replace(/&#\d+;/g, '');
      assert.doesNotMatch(rest, /[|`*_[\]<>\\!@#$~:&()\r\n]|^[ \d.-]/);
    }),
  );
});

test('a quotation is JSON, bounded, and shows what a terminal would act on or hide', () => {
  assert.equal(quoted('a "b"\u202e\u001b[31m'), '"a \\"b\\"\\u{202e}\\u001b[31m"');
  assert.equal(quoted('abcd', 3), '"abc..."');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(quoted(text), /[\p{Surrogate}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});
