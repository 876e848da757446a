/** What a code point without a name here is: script and general category, as Unicode's properties tell them. */

/** Scripts that people's names are written in; in others a letter is told without its script. */
const scripts = [
  'Latin,Greek,Cyrillic,Armenian,Hebrew,Arabic,Syriac,Thaana,Nko,Devanagari,Bengali,Gurmukhi,Gujarati,Oriya,Tamil',
  'Telugu,Kannada,Malayalam,Sinhala,Thai,Lao,Tibetan,Myanmar,Georgian,Hangul,Ethiopic,Cherokee,Canadian_Aboriginal',
  'Ogham,Runic,Tagalog,Khmer,Mongolian,Hiragana,Katakana,Bopomofo,Han,Yi,Braille,Coptic,Gothic,Glagolitic,Tifinagh',
  'Balinese,Javanese,Sundanese,Cham,Vai,Lisu,Osmanya,Adlam',
]
  .flatMap((line) => line.split(','))
  .map((name) => [name.replaceAll('_', ' '), new RegExp(`^\\p{Script=${name}}$`, 'u')] as const);

/** The first that fits counts. Those with a script are told with it. */
const kinds: readonly (readonly [pattern: RegExp, noun: string, withScript: boolean])[] = [
  [/^\p{Cs}$/u, 'half of a surrogate pair', false],
  [/^\p{Co}$/u, 'private-use character', false],
  [/^\p{Cn}$/u, 'unassigned code point', false],
  [/^\p{Cc}$/u, 'control character', false],
  [/^\p{Cf}$/u, 'format character', false],
  [/^[\p{Emoji_Presentation}\p{Extended_Pictographic}]$/u, 'emoji', false],
  [/^\p{Z}$/u, 'blank', false],
  [/^\p{M}$/u, 'combining mark', true],
  [/^\p{Nd}$/u, 'digit', true],
  [/^\p{N}$/u, 'number', true],
  [/^\p{L}$/u, 'letter', true],
  [/^\p{P}$/u, 'punctuation mark', true],
  [/^\p{S}$/u, 'symbol', true],
];

/** `a Han letter`, `an emoji`, `an unassigned code point`. */
export function kindOf(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  const [, noun = 'code point', withScript = false] = kinds.find(([pattern]) => pattern.test(character)) ?? [];
  const script = withScript ? scripts.find(([, pattern]) => pattern.test(character))?.[0] : undefined;
  const words = script === undefined ? noun : `${script} ${noun}`;
  return /^half/.test(words) ? words : `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
