/** Org ids of a wrong length, the 18-character form among them, or with a character that is no letter or digit. */
import type { Miss } from './index.js';

export function orgIdLengthMisses(id: string): readonly Miss[] {
  return [
    ['one-character-shorter', 'one character shorter', id.slice(0, -1), 2],
    ['one-character-longer', 'one character longer', `${id}A`],
    ['the-18-character-form', 'the 18-character form', eighteenCharacterForm(id), 1],
    ['17-characters', '17 characters', `${id}AA`],
    ['only-its-first-three-characters', 'only its first three characters', id.slice(0, 3)],
    ['twice-in-a-row', 'twice in a row', `${id}${id}`],
  ];
}

export function orgIdCharacterMisses(id: string): readonly Miss[] {
  const at = (index: number, character: string): string => id.slice(0, index) + character + id.slice(index + 1);
  return [
    ['a-hyphen-at-the-end', 'a hyphen at the end', at(14, '-'), 1],
    ['an-underscore-at-the-end', 'an underscore at the end', at(14, '_')],
    ['a-full-stop-inside', 'a full stop inside', at(7, '.')],
    ['a-blank-inside', 'a blank inside', at(7, ' ')],
    ['a-percent-sign-inside', 'a percent sign inside', at(7, '%')],
    ['an-asterisk-at-the-end', 'an asterisk at the end', at(14, '*')],
    ['a-quote-at-the-start', 'a quote at the start', at(0, "'")],
    ['a-slash-inside', 'a slash inside', at(3, '/')],
  ];
}

/**
 * The 18-character form adds three characters that tell which of the 15 are upper case letters: one for each group of
 * five, its bits from the first character (lowest) to the fifth, written as A to Z and 0 to 5.
 */
export function eighteenCharacterForm(id: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((c, bit) => (/[A-Z]/.test(c) ? 1 << bit : 0));
    return alphabet.charAt(bits.reduce((sum, bit) => sum + bit, 0));
  });
  return id + suffix.join('');
}
