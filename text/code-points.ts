/** Names and kinds of code points, and where two texts that look the same begin to differ. */
import { unicodeName } from './unicode-names.js';

/**
 * The Unicode name in capitals (`CYRILLIC CAPITAL LETTER A`); where none is known here, what the code point is
 * (`a Han letter`, `an emoji`). Controls, which have no name, go by their formal alias (`LINE FEED`).
 *
 * @throws RangeError for what is no code point, 0 to 0x10FFFF.
 */
export function nameOfCodePoint(codePoint: number): string {
  return unicodeName(codePoint) ?? kindOf(codePoint);
}

/** `U+0410 CYRILLIC CAPITAL LETTER A`, `U+738B (a Han letter)`. */
export function describeCodePoint(codePoint: number): string {
  const name = unicodeName(codePoint) ?? `(${kindOf(codePoint)})`;
  return `${codePointNumber(codePoint)} ${name}`;
}

/** `U+0041`, `U+1F600`. */
export function codePointNumber(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** All code points of a text, for showing how two look-alikes differ: `U+0065 U+0308`. */
export function codePointNumbers(text: string): string {
  return Array.from(text, (character) => codePointNumber(character.codePointAt(0) ?? 0)).join(' ');
}

export interface FirstDifference {
  /** Counted from 1, in code points. */
  readonly position: number;
  /** The code points there; absent where the text has ended. */
  readonly a?: number;
  readonly b?: number;
}

/** Where two texts first differ; undefined for equal ones. A lone surrogate counts as a code point. */
export function firstDifference(a: string, b: string): FirstDifference | undefined {
  let position = 1;
  for (let at = 0; at < a.length || at < b.length; position += 1) {
    const [one, other] = [a.codePointAt(at), b.codePointAt(at)];
    if (one !== other) {
      return { position, ...(one === undefined ? {} : { a: one }), ...(other === undefined ? {} : { b: other }) };
    }
    at += one !== undefined && one > 0xffff ? 2 : 1;
  }
  return undefined;
}

/**
 * Scripts that people's names are written in, as Unicode's properties call them. The table of names has all that is
 * written in them (but for Han letters and Hangul syllables, whose names are numbers or follow a rule), and a letter
 * without a name is told with its script.
 */
export const namedScripts: readonly string[] = [
  'Latin,Greek,Cyrillic,Armenian,Hebrew,Arabic,Syriac,Thaana,Nko,Devanagari,Bengali,Gurmukhi,Gujarati,Oriya,Tamil',
  'Telugu,Kannada,Malayalam,Sinhala,Thai,Lao,Tibetan,Myanmar,Georgian,Hangul,Ethiopic,Cherokee,Canadian_Aboriginal',
  'Ogham,Runic,Tagalog,Khmer,Mongolian,Hiragana,Katakana,Bopomofo,Han,Yi,Braille,Coptic,Gothic,Glagolitic,Tifinagh',
  'Balinese,Javanese,Sundanese,Cham,Vai,Lisu,Osmanya,Adlam',
].flatMap((line) => line.split(','));

/** The first that fits counts. Those with a script are told with it. */
const kinds: readonly (readonly [pattern: RegExp, noun: string, withScript: boolean])[] = [
  [/^\p{Cs}$/u, 'half of a surrogate pair', false],
  [/^\p{Co}$/u, 'private-use character', false],
  [/^\p{Cn}$/u, 'unassigned code point', false],
  [/^\p{Cf}$/u, 'format character', false],
  [/^[\p{Emoji_Presentation}\p{Extended_Pictographic}]$/u, 'emoji', false],
  [/^\p{M}$/u, 'combining mark', true],
  [/^\p{N}$/u, 'number', true],
  [/^\p{L}$/u, 'letter', true],
  [/^\p{P}$/u, 'punctuation mark', true],
  [/^\p{S}$/u, 'symbol', true],
];

/** What a code point without a name is, as Unicode's properties tell: `a Han letter`, `an unassigned code point`. */
function kindOf(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  const [, noun = 'code point', withScript = false] = kinds.find(([pattern]) => pattern.test(character)) ?? [];
  const script = withScript
    ? namedScripts.find((name) => new RegExp(`^\\p{Script=${name}}$`, 'u').test(character))
    : undefined;
  const words = script === undefined ? noun : `${script.replaceAll('_', ' ')} ${noun}`;
  return /^half/.test(words) ? words : `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
