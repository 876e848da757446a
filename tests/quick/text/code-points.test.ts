/** Names of code points: facts by the table, rules held to what case mapping and normal forms say, never a wrong name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { families } from '../../../generators/identities/families/index.js';
import { describeCodePoint, firstDifference, nameOfCodePoint } from '../../../text/code-points.js';

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
];

for (const [codePoint, name] of facts) {
  test(`U+${codePoint.toString(16)} is ${name}`, () => assert.equal(nameOfCodePoint(codePoint), name));
}

test('what has no name here is told by script and category', () => {
  const kinds = ['漢', 'מ', 'م', 'あ', 'ア', '🚜', 'ा', '\u{e000}', '\u0378', '\ud800', '½', '∑', '、', '፩'].map(
    (text) => nameOfCodePoint(text.codePointAt(0) ?? 0),
  );
  assert.deepEqual(kinds, [
    'a Han letter',
    'a Hebrew letter',
    'an Arabic letter',
    'a Hiragana letter',
    'a Katakana letter',
    'an emoji',
    'a Devanagari combining mark',
    'a private-use character',
    'an unassigned code point',
    'half of a surrogate pair',
    'VULGAR FRACTION ONE HALF',
    'a symbol',
    'IDEOGRAPHIC COMMA',
    'an Ethiopic number',
  ]);
});

const inRange = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const all = inRange(0, 0x1ffff);
const text = String.fromCodePoint;

test('all of ASCII, Latin-1, blanks, format characters and decimal digits up to the astral planes has a name', () => {
  const wanted = all.filter((point) => point < 0x100 || /^[\p{Zs}\p{Zl}\p{Zp}]$/u.test(text(point)));
  const common = inRange(0x200b, 0x206f).filter((point) => /\p{Cf}/u.test(text(point)));
  const letters = [...inRange(0x370, 0x3ff), ...inRange(0x400, 0x52f)].filter((point) => /\p{L}/u.test(text(point)));
  const marks = inRange(0x300, 0x36f);
  for (const point of [...wanted, ...common, ...letters, ...marks]) {
    assert.ok(isName(nameOfCodePoint(point)), `${point.toString(16)}: ${nameOfCodePoint(point)}`);
  }
});

test('no two code points have one name', () => {
  const owners = new Map<string, number>();
  for (const point of all) {
    const name = nameOfCodePoint(point);
    if (!isName(name)) continue;
    assert.equal(owners.get(name), undefined, `${name}: ${point.toString(16)}`);
    owners.set(name, point);
  }
  assert.ok(owners.size > 13_000, String(owners.size));
});

test('capital and small letters of one name are each other’s case', () => {
  let compared = 0;
  const byName = new Map(all.map((point) => [nameOfCodePoint(point), point]));
  for (const [name, point] of byName) {
    if (!/^(?:LATIN|GREEK|CYRILLIC) CAPITAL LETTER /.test(name)) continue;
    const small = byName.get(name.replace('CAPITAL', 'SMALL').replaceAll('PROSGEGRAMMENI', 'YPOGEGRAMMENI'));
    // Theirs are case mappings of their own: the dotted I, the sharp s.
    if (small === undefined || [0x130, 0x1e9e].includes(point)) continue;
    assert.equal(text(point).toLowerCase(), text(small), name);
    compared += 1;
  }
  assert.ok(compared > 500, String(compared));
});

test('every character that a family of subjects holds has a name, but for Han letters and emoji', () => {
  const points = new Set(
    families
      .flatMap(({ members }) => members('w'))
      .flatMap(({ subject }) => Array.from(subject, (c) => c.codePointAt(0))),
  );
  const nameless = [...points].map((point) => nameOfCodePoint(point ?? 0)).filter((name) => !isName(name));
  for (const name of nameless) assert.match(name, /^(?:a Han letter|an emoji)$/);
});

test('a description has the number, and tells a name from a kind', () => {
  assert.equal(describeCodePoint(0x410), 'U+0410 CYRILLIC CAPITAL LETTER A');
  assert.equal(describeCodePoint(0x738b), 'U+738B (a Han letter)');
  assert.throws(() => nameOfCodePoint(0x110000), RangeError);
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
