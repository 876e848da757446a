/** Rules of texts: blanks, case, normal forms, what is left out, what is replaced. The simplest first. */
import { pairsOf } from '../character-relations.js';
import { characterPairs } from '../data/character-pairs.js';
import { keyRule, type Rule } from './rule.js';

const nfc = (text: string): string => text.normalize('NFC');
const nfkc = (text: string): string => text.normalize('NFKC');

/** Full case folding, but for a few letters of Cherokee: what has one upper case has one fold. */
export const caseFolded = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('\u03C2', '\u03C3');

/** Letters that have no decomposition keep their strokes. */
export const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

const withoutIgnorables = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
const signsToHyphens = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    let zero = codePoint;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((codePoint - zero) % 10);
  });

/** Replaces the other member of each pair of some lists by the plain one. */
function replacing(...names: readonly (keyof typeof characterPairs)[]): (text: string) => string {
  let table: ReadonlyMap<string, string> | undefined;
  return (text) => {
    table ??= new Map(names.flatMap((name) => pairsOf(characterPairs[name]).map(([plain, other]) => [other, plain])));
    return Array.from(text, (character) => table?.get(character) ?? character).join('');
  };
}

const skeleton = replacing('confusable-letters', 'confusables');
const transliterated = replacing('transliterated', 'transliterated-signs');
const simplified = replacing('han-simplified', 'han-shinjitai', 'han-taiwan', 'han-hong-kong');

const hiragana = (text: string): string =>
  text.replace(/[\u30A1-\u30F6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

const arabicFolded = (text: string): string =>
  nfkc(text)
    .replace(/[\u064B-\u0652\u0670\u0640]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u06CC\u06D2]/g, '\u064A')
    .replace(/[\u06A9\u06AA]/g, '\u0643')
    .replace(/[\u0629\u06C1\u06BE\u06D5]/g, '\u0647');

const hebrewFinals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

const pictographs = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|\uFE0F|\u200D|\u20E3/gu;

/** `%41` of whatever may be decoded; the text itself where it may not. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  shy: '\u00AD',
  eacute: '\u00E9',
};

const entitiesDecoded = (text: string): string =>
  text
    .replace(/&#(x?)([0-9a-f]+);/gi, (whole, hex: string, digits: string) => {
      const codePoint = Number.parseInt(digits, hex === '' ? 10 : 16);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    })
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

const backslashesDecoded = (text: string): string =>
  text
    .replace(/\\u\{([0-9a-f]{1,5})\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, four?: string, two?: string) =>
      String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
    )
    .replace(/\\(.)/gu, '$1');

/** What a set of characters cannot hold, as one sign each. */
const outside =
  (pattern: RegExp, sign: string) =>
  (text: string): string =>
    text.replace(pattern, sign);

export const textRules: readonly Rule[] = [
  keyRule('padding', 'spaces at the end left out, as of padded columns', (text) => text.replace(/ +$/, '')),
  keyRule('outer-spaces', 'spaces around left out', (text) => text.replace(/^ +| +$/g, '')),
  keyRule('trailing-blanks', 'blanks at the end left out', (text) => text.replace(/\s+$/u, '')),
  keyRule('leading-blanks', 'blanks at the beginning left out', (text) => text.replace(/^\s+/u, '')),
  keyRule('trimmed', 'blanks around left out', (text) => text.trim()),
  keyRule('blanks-collapsed', 'several blanks made one', (text) => text.trim().replace(/\s+/gu, ' ')),
  keyRule('blanks-removed', 'all blanks left out', (text) => text.replace(/\s+/gu, '')),
  keyRule('space-separators', 'every kind of blank taken for a blank', (text) => text.replace(/\p{Z}/gu, ' ')),
  keyRule('ascii-case', 'case of the letters A to Z', (text) =>
    text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ),
  keyRule('lower-case', 'lower case', (text) => text.toLowerCase()),
  keyRule('upper-case', 'upper case', (text) => text.toUpperCase()),
  keyRule('simple-lower-case', 'lower case letter by letter', (text) => Array.from(text, lowered).join('')),
  keyRule('simple-upper-case', 'upper case letter by letter', (text) => Array.from(text, raised).join('')),
  keyRule('case-folding', 'full case folding', caseFolded),
  keyRule('turkish-case', 'lower case of Turkish', (text) => text.toLocaleLowerCase('tr')),
  keyRule('turkish-upper-case', 'upper case of Turkish', (text) => text.toLocaleUpperCase('tr')),
  keyRule('nfc', 'canonical normal form (NFC, NFD)', nfc),
  keyRule('nfkc', 'compatibility normal form (NFKC, NFKD)', nfkc),
  keyRule('nfkc-casefold', 'NFKC and full case folding', (text) => nfkc(caseFolded(withoutIgnorables(nfkc(text))))),
  keyRule('nfc-casefold', 'NFC and full case folding', (text) => nfc(caseFolded(nfc(text)))),
  keyRule('accents', 'accents left out', withoutAccents),
  keyRule('accents-and-case', 'accents and case left out', (text) => caseFolded(withoutAccents(text))),
  keyRule('nfkc-accents-case', 'NFKC, accents and case left out', (text) => caseFolded(withoutAccents(nfkc(text)))),
  keyRule('width', 'full and half width', (text) => text.replace(/[\uFF00-\uFFEF\u3000]+/g, nfkc)),
  keyRule('ignorables', 'default ignorable characters left out', withoutIgnorables),
  keyRule('format-characters', 'format characters left out', (text) => text.replace(/\p{Cf}/gu, '')),
  keyRule('zero-width', 'zero-width characters and byte order marks left out', (text) =>
    text.replace(/[\u200B-\u200F\u2060\uFEFF]/g, ''),
  ),
  keyRule('variation-selectors', 'variation selectors left out', (text) =>
    text.replace(/\p{Variation_Selector}/gu, ''),
  ),
  keyRule('emoji-modifiers', 'skin tones left out', (text) => text.replace(/\p{Emoji_Modifier}/gu, '')),
  keyRule('emoji', 'emoji left out', (text) => text.replace(pictographs, '')),
  keyRule('flags', 'all flags taken for one', (text) => text.replace(/\p{Regional_Indicator}/gu, '\u{1F1E6}')),
  // A private-use sign, which no subject of a run has.
  keyRule(
    'beyond-first-plane-one',
    'all beyond the first plane taken for one sign (utf8mb3, old collations of MySQL)',
    outside(/[\u{10000}-\u{10FFFF}]/gu, '\uE000'),
  ),
  keyRule(
    'beyond-first-plane-replaced',
    'all beyond the first plane turned into replacement characters',
    outside(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD'),
  ),
  keyRule('beyond-first-plane', 'all beyond the first plane left out', outside(/[\u{10000}-\u{10FFFF}]/gu, '')),
  keyRule(
    'beyond-first-plane-question',
    'all beyond the first plane turned into question marks',
    outside(/[\u{10000}-\u{10FFFF}]/gu, '?'),
  ),
  keyRule('latin-1', 'all beyond Latin-1 turned into question marks', outside(/[^\p{ASCII}\u0080-\u00FF]/gu, '?')),
  keyRule('ascii-question', 'all beyond ASCII turned into question marks', outside(/\P{ASCII}/gu, '?')),
  keyRule('ascii-replaced', 'all beyond ASCII turned into replacement characters', outside(/\P{ASCII}/gu, '\uFFFD')),
  keyRule(
    'ascii-units-question',
    'each unit beyond ASCII turned into a question mark',
    outside(/[\u0080-\uFFFF]/g, '?'),
  ),
  keyRule('ascii-only', 'all beyond ASCII left out', outside(/\P{ASCII}/gu, '')),
  keyRule('low-byte', 'the low byte of each unit', (text) => Buffer.from(text, 'latin1').toString('latin1')),
  keyRule('low-units', 'the lower 16 bits of each code point', (text) =>
    Array.from(text, (c) => String.fromCharCode((c.codePointAt(0) ?? 0) & 0xffff)).join(''),
  ),
  keyRule('mojibake', 'UTF-8 that was read as Latin-1 mended', (text) =>
    text.replace(/[\u00C2-\u00F4][\u0080-\u00BF]{1,3}/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8')),
  ),
  keyRule('digits-of-all-scripts', 'decimal digits of all scripts', asciiDigits),
  keyRule('ascii-digits-only', 'digits of ASCII only', (text) => text.replace(/[^0-9]/g, '')),
  keyRule('digits-only', 'digits of all scripts only', (text) => asciiDigits(text).replace(/[^0-9]/g, '')),
  keyRule('without-digits', 'digits left out', (text) => text.replace(/\p{Nd}/gu, '')),
  keyRule('leading-zeros', 'leading zeros of numbers inside left out', (text) => text.replace(/(?<!\d)0+(?=\d)/g, '')),
  keyRule('ascii-alphanumerics', 'letters A to Z and digits only', (text) => text.replace(/[^A-Za-z0-9]/g, '')),
  keyRule('ascii-alphanumerics-case', 'letters A to Z and digits only, any case', (text) =>
    text.replace(/[^A-Za-z0-9]/g, '').toLowerCase(),
  ),
  keyRule('alphanumerics', 'letters and digits only', (text) => text.replace(/[^\p{L}\p{N}]/gu, '')),
  keyRule('word-characters', 'letters A to Z, digits and underscores only', (text) => text.replace(/\W/g, '')),
  keyRule('punctuation', 'punctuation left out', (text) => text.replace(/[\p{P}\p{S}]/gu, '')),
  keyRule('signs-one', 'all that is no letter or digit taken for one sign', (text) =>
    text.replace(/[^A-Za-z0-9]/g, '_'),
  ),
  keyRule('slug', 'slug: signs to hyphens, any case, no accents', (text) =>
    signsToHyphens(caseFolded(withoutAccents(text))),
  ),
  keyRule('ascii-slug', 'slug of ASCII: other letters left out', (text) =>
    signsToHyphens(
      withoutAccents(text)
        .replace(/[\u0080-\uFFFF]/g, '')
        .toLowerCase(),
    ),
  ),
  keyRule('dashes', 'all dashes taken for a hyphen', (text) => text.replace(/[\p{Pd}\u2212\u2043]/gu, '-')),
  keyRule('quotes', 'all quotation marks taken for straight ones', (text) =>
    text
      .replace(/[\u2018-\u201B\u2039\u203A`\u00B4\uFF07]/g, "'")
      .replace(/[\u201C-\u201F\u00AB\u00BB\u300C-\u300F\uFF02]/g, '"'),
  ),
  keyRule('final-forms', 'final forms', (text) =>
    text.replace(/[ךםןףץ]/g, (letter) => hebrewFinals[letter] ?? letter).replaceAll('\u03C2', '\u03C3'),
  ),
  keyRule('kana', 'hiragana and katakana', hiragana),
  keyRule('kana-voicing', 'kana without voicing marks, any width', (text) =>
    hiragana(nfkc(text))
      .normalize('NFD')
      .replace(/[\u3099\u309A]/g, ''),
  ),
  keyRule('arabic', 'Arabic letters folded as search analyzers do', arabicFolded),
  keyRule('han-variants', 'Han variants', simplified),
  keyRule('confusables', 'look-alikes (confusable skeleton)', (text) => skeleton(text)),
  keyRule('transliterated', 'Latin spelling', (text) => withoutAccents(transliterated(text))),
  keyRule('transliterated-case', 'Latin spelling, any case', (text) =>
    withoutAccents(transliterated(text)).toLowerCase(),
  ),
  keyRule('percent-decoded', 'percent escapes decoded', percentDecoded),
  keyRule('form-decoded', 'percent escapes and plus signs decoded', (text) =>
    percentDecoded(text.replaceAll('+', ' ')),
  ),
  keyRule('entities-decoded', 'entities of HTML decoded', entitiesDecoded),
  keyRule('tags-removed', 'tags of HTML left out', (text) => text.replace(/<[^>]*>/g, '')),
  keyRule('backslashes-decoded', 'backslash escapes decoded', backslashesDecoded),
  keyRule('backslashes-removed', 'backslashes left out', (text) => text.replaceAll('\\', '')),
  keyRule('quotes-around', 'quotes around left out', (text) => text.replace(/^(["'`\u201C])(.*)["'`\u201D]$/su, '$2')),
  keyRule('doubled-apostrophes', 'two apostrophes taken for one', (text) => text.replaceAll("''", "'")),
  keyRule('doubled-letters', 'a letter twice taken for once', (text) => text.replace(/(.)\1+/gu, '$1')),
  keyRule('words-sorted', 'words in any order', (text) =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' '),
  ),
  keyRule('letters-sorted', 'letters in any order', (text) => Array.from(text).sort().join('')),
  keyRule('length', 'the length alone', (text) => String(text.length)),
  keyRule('everything', 'every subject', () => ''),
];

function lowered(character: string): string {
  const lower = character.toLowerCase();
  return Array.from(lower).length === 1 ? lower : character;
}

function raised(character: string): string {
  const upper = character.toUpperCase();
  return Array.from(upper).length === 1 ? upper : character;
}
