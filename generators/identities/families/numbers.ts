/** Neighbours of a number: signs, leading zeros, exponents, digits beyond what a double holds, ways to write a phone number. */
import { family } from '../family.js';

/** Digits that follow from the word, the first of them never a zero. */
function digitsOf(word: string, count: number): string {
  const sums = [...word].map((c, index) => (c.charCodeAt(0) * (index + 7)) % 10);
  const digits = Array.from({ length: count }, (_, i) => ((sums[i % sums.length] ?? 0) + i * i) % 10).join('');
  return `4${digits.slice(1)}`;
}

export const numbers = family('a-number', 'a number', (word) => digitsOf(word, 9), [
  ['a-leading-zero', 'a leading zero', (s) => `0${s}`],
  ['two-leading-zeros', 'two leading zeros', (s) => `00${s}`, 2],
  ['a-plus-sign', 'a plus sign', (s) => `+${s}`, 1],
  ['a-minus-sign', 'a minus sign', (s) => `-${s}`, 3],
  ['a-decimal-place', 'a decimal place', (s) => `${s}.0`],
  ['a-full-stop-behind', 'a full stop behind', (s) => `${s}.`, 2],
  ['an-exponent-of-zero', 'an exponent of zero', (s) => `${s}e0`],
  ['a-blank-before', 'a blank before', (s) => ` ${s}`],
  ['a-blank-behind', 'a blank behind', (s) => `${s} `],
  ['commas-between-thousands', 'commas between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, '$1,'), 3],
  ['underscores-between-thousands', 'underscores between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, '$1_')],
  ['in-quotes', 'in quotes', (s) => `"${s}"`],
  ['in-hexadecimal', 'in hexadecimal', (s) => `0x${Number(s).toString(16)}`],
  [
    'full-width-digits',
    'full-width digits',
    (s) => s.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
    3,
  ],
  [
    'arabic-indic-digits',
    'Arabic-Indic digits',
    (s) => s.replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d))),
  ],
  ['plus-2-to-the-32', 'plus 2^32', (s) => String(Number(s) + 2 ** 32)],
]);

export const bigNumbers = family(
  'a-number-beyond-2-to-the-53',
  'a number beyond 2^53',
  (word) => `${digitsOf(word, 17)}2`,
  [
    ['the-next-number', 'the next number', (s) => `${s.slice(0, -1)}3`],
    ['the-number-after-that', 'the number after that', (s) => `${s.slice(0, -1)}4`],
    ['rounded-to-a-double', 'rounded to a double', (s) => BigInt(Number(s)).toString()],
    ['twenty-digits-more', 'twenty digits more', (s) => `${s}00000000000000000000`],
  ],
);

export const exponents = family(
  'a-number-with-an-exponent',
  'a number with an exponent',
  (word) => `${digitsOf(word, 7)}e3`,
  [
    ['upper-case-e', 'upper-case E', (s) => s.toUpperCase()],
    ['a-plus-sign-in-the-exponent', 'a plus sign in the exponent', (s) => s.replace('e', 'e+')],
    ['written-out', 'written out', (s) => `${s.slice(0, -2)}000`],
  ],
);

/** Numbers that the British regulator keeps for drama: nobody has them. */
export const nobodysPhone = (word: string): string => `+447700900${digitsOf(word, 4).slice(1)}`;

export const phones = family('a-phone-number', 'a phone number', nobodysPhone, [
  ['without-the-plus-sign', 'without the plus sign', (s) => s.slice(1), 1],
  ['zeros-for-the-plus-sign', '00 for the plus sign', (s) => `00${s.slice(1)}`],
  ['blanks-between-groups', 'blanks between groups', (s) => `${s.slice(0, 3)} ${s.slice(3, 6)} ${s.slice(6)}`, 2],
  ['hyphens-between-groups', 'hyphens between groups', (s) => `${s.slice(0, 3)}-${s.slice(3, 6)}-${s.slice(6)}`, 2],
  ['parentheses', 'parentheses', (s) => `${s.slice(0, 3)}(${s.slice(3, 6)})${s.slice(6)}`, 4],
  ['a-trunk-zero', 'a trunk zero', (s) => `${s.slice(0, 3)}0${s.slice(3)}`, 3],
  ['with-tel', 'with tel:', (s) => `tel:${s}`, 3],
  ['with-whatsapp', 'with whatsapp:', (s) => `whatsapp:${s}`],
  ['an-extension', 'an extension', (s) => `${s}x1`, 4],
  ['the-last-digit-changed', 'the last digit changed', (s) => s.slice(0, -1) + ((Number(s.slice(-1)) + 1) % 10), 3],
  ['a-percent-escape-for-the-plus-sign', 'a percent escape for the plus sign', (s) => `%2B${s.slice(1)}`],
  ['a-blank-for-the-plus-sign', 'a blank for the plus sign', (s) => ` ${s.slice(1)}`],
]);
