/** Neighbours that some Unicode normal form or case folding makes equal. */
import { family } from '../family.js';

const first = 'caf\u00E9 \u00C5 \uFB01n \u2460 stra\u00DFe \u03C3 \uAC00 K';
const change = (from: string, to: string) => (subject: string) => subject.replace(from, to);

export const normalForms = family('unicode-normal-forms', 'Unicode normal forms', (word) => `${word} ${first}`, [
  ['normal-form-d', 'normal form D', (s) => s.normalize('NFD')],
  ['normal-form-kc', 'normal form KC', (s) => s.normalize('NFKC')],
  ['normal-form-kd', 'normal form KD', (s) => s.normalize('NFKD')],
  ['an-accent-as-a-combining-mark', 'an accent as a combining mark', change('\u00E9', 'e\u0301')],
  ['without-an-accent', 'without an accent', change('\u00E9', 'e')],
  ['the-sign-of-the-unit-for-a-letter', 'the sign of the unit for a letter', change('\u00C5', '\u212B'), 1],
  ['a-ligature-as-two-letters', 'a ligature as two letters', change('\uFB01', 'fi'), 2],
  ['a-circled-digit-as-a-digit', 'a circled digit as a digit', change('\u2460', '1'), 3],
  ['sharp-s-as-two-letters', 'sharp s as two letters', change('\u00DF', 'ss'), 2],
  ['sharp-s-in-upper-case', 'sharp s in upper case', change('\u00DF', '\u1E9E')],
  ['final-sigma', 'final sigma', change('\u03C3', '\u03C2'), 3],
  ['a-hangul-syllable-as-two-letters', 'a Hangul syllable as two letters', change('\uAC00', '\u1100\u1161'), 3],
  ['the-kelvin-sign-for-a-k', 'the Kelvin sign for a K', change('K', '\u212A')],
]);

export const dotlessI = family('letter-i', 'letter i', (word) => `${word} title`, [
  ['a-dotless-i', 'a dotless i', change('title', 't\u0131tle'), 3],
  ['an-i-with-a-combining-dot', 'an i with a combining dot', change('title', 'ti\u0307tle'), 2],
  ['upper-case', 'upper case', change('title', 'TITLE')],
  ['upper-case-with-a-dotted-i', 'upper case with a dotted I', change('title', 'T\u0130TLE')],
]);
