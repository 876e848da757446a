/** Which code points the lists of relations may draw from, and how they are counted. Pure. */

export const text = (...codePoints: readonly number[]): string => String.fromCodePoint(...codePoints);

/** What reading.md leaves to the service: no relation may need one. */
const odd = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u;
export const isUsable = (subject: string): boolean => !odd.test(subject);

/** Without marks above and below, as collations that know no accents compare. */
export const withoutMarks = (one: string): string => one.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** What the plain folds make of a text: relations of other lists leave out what these explain. */
export const plainlyFolded = (one: string): string =>
  withoutMarks(one.normalize('NFKC').toUpperCase().toLowerCase()).replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Blocks whose characters are met most, in that order; the others follow by code point. */
const common = [
  'Basic_Latin',
  'Latin_1_Supplement',
  'Latin_Extended_A',
  'Cyrillic',
  'Greek_And_Coptic',
  'Arabic',
  'Hebrew',
  'Latin_Extended_Additional',
  'Devanagari',
  'Hiragana',
  'Katakana',
  'CJK_Unified_Ideographs',
  'Hangul_Syllables',
  'Thai',
  'Bengali',
  'Tamil',
  'Georgian',
  'Armenian',
];

/** Beyond every code point. */
const span = 0x200000;

/** The characters by how common their block is, then by code point. */
export function byCommonness(codePoints: Iterable<number>, blockOf: ReadonlyMap<number, string>): readonly number[] {
  const places = new Map(common.map((block, at) => [block, at]));
  const keys = Float64Array.from(codePoints, (codePoint) => {
    return (places.get(blockOf.get(codePoint) ?? '') ?? common.length) * span + codePoint;
  });
  return Array.from(keys.sort(), (key) => key % span);
}
