/** What is met most of each list, the likeliest first: it comes before the rest, which stands by block and code point. */
import type { TextPair } from './pair-list.js';

/** The other members of pairs, those of single characters. */
const preferred: Readonly<Record<string, string>> = {
  'case-simple': 'AÉЯÄЖΩÖÇĞÑŁŠÅÜАІ',
  'case-irregular': 'ſςKµẞÅΩǅϐ',
  'case-full': 'ßﬁẞŉﬀև',
  accents: 'éüöäñйçàá≠èíёóúãåšžćâêôõşğěčřőű',
  canonical: 'éüåйがगñ각',
  singletons: 'ÅKΩ\u0958',
  compatibility: '①ﬁ½²™ªℕ𝐀…㈱Ⅳ№ﬂ㎏ºĲ⁵ℓ\u1D2C',
  marks: '\u0301\u064E\u05B8\u0308\u093C\u0E49\u0327\u0651\u3099\u0303\u09BC\u0323',
  dashes: '\u2013\u2014\u2011\u2010\u2212\u2015\u2012',
  spaces: '\u00A0\u3000\u2009\u202F\u2003\u2002\u2007\u1680',
  'double-quotes': '“”„«»',
  quotes: '’‘‚‹',
  'confusable-letters': 'аоеАΑсрВхΟуі',
  transliterated: 'øæжłœđþаðıλщшяюΩהب가一かक',
  'transliterated-signs': '€×№→',
  width: 'Ａ１＠＋ａ－．',
  'half-kana': 'ｶｱｰ',
};

/** The text without what both members begin and end with, which is how a preferred character is found in `n-n`. */
function difference([plain, other]: TextPair): string {
  const [one, two] = [Array.from(plain), Array.from(other)];
  let start = 0;
  while (start < one.length && one[start] === two[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < two.length - start && one.at(-1 - end) === two.at(-1 - end)) end += 1;
  return two.slice(start, two.length - end).join('');
}

/** The pairs of a list, the preferred ones first in the order that they are preferred in. */
export function preferredFirst(list: string, pairs: readonly TextPair[]): readonly TextPair[] {
  const order = Array.from(preferred[list] ?? '');
  const place = (pair: TextPair): number => {
    const at = order.indexOf(difference(pair));
    return at < 0 ? order.length : at;
  };
  return [...pairs].sort((a, b) => place(a) - place(b));
}

/** Whether a character is preferred in a list, so that no sample leaves it out. */
export function isPreferred(list: string, character: string): boolean {
  return (preferred[list] ?? '').includes(character);
}
