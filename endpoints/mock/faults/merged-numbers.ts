/** Faults that merge numbers and phone numbers: signs, zeros, precision, ways to write them. */
import { folds, replacing, when } from './merging.js';

const digits = /^\d+$/;
const phoneNumber = /^[+\d][\d ().-]{4,}$/;

/** The text of the number that the subject reads as; the subject itself when it reads as none. */
function readAsNumber(subject: string): string {
  return subject.trim() !== '' && Number.isFinite(Number(subject)) ? String(Number(subject)) : subject;
}

/** The zero of every decimal digit of Unicode stands at a multiple of ten code points in front of it. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = [0x660, 0x6f0, 0x966, 0xff10].find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

export const mergedNumbers = folds({
  // Numbers.
  'leading-zeros': ['Removes leading zeros.', replacing(/^0+(?=.)/, '')],
  'plus-sign': ['Removes the plus sign in front of a number.', replacing(/^\+(?=\d)/, '')],
  'minus-sign': ['Removes the minus sign in front of a number.', replacing(/^-(?=\d)/, '')],
  numbers: ['Reads whatever can be read as a number and compares the numbers.', readAsNumber],
  doubles: ['Reads digits as a floating-point number.', when(digits, (subject) => String(Number(subject)))],
  'single-precision': [
    'Reads digits as a floating-point number of 32 bits.',
    when(digits, (subject) => String(Math.fround(Number(subject)))),
  ],
  'fifteen-digits': [
    'Keeps 15 digits of a number, as spreadsheets do.',
    when(digits, (subject) => Number(subject).toPrecision(15)),
  ],
  'integers-of-32-bits': [
    'Keeps the lowest 32 bits of a number.',
    when(digits, (subject) => BigInt.asUintN(32, BigInt(subject)).toString()),
  ],
  'leading-digits': [
    'Reads a number as far as its digits go.',
    when(/^\d/, (subject) => /^\d+/.exec(subject)?.[0] ?? subject),
  ],
  'decimal-places': ['Removes decimal places that are zero.', replacing(/(?<=\d)\.0*$/, '')],
  thousands: ['Removes commas and underscores between digits.', replacing(/(?<=\d)[,_](?=\d)/g, '')],
  'digits-of-all-scripts': [
    'Takes the digits of other scripts for the usual ones.',
    (subject) => subject.replace(/\p{Nd}/gu, toAsciiDigit),
  ],
  // Phone numbers.
  'digits-only': ['Compares phone numbers by their digits.', when(phoneNumber, replacing(/\D/g, ''))],
  'phone-blanks': ['Removes blanks from phone numbers.', when(phoneNumber, replacing(/ /g, ''))],
  'phone-hyphens': ['Removes hyphens from phone numbers.', when(phoneNumber, replacing(/-/g, ''))],
  'phone-parentheses': ['Removes parentheses from phone numbers.', when(phoneNumber, replacing(/[()]/g, ''))],
  'double-zero': ['Takes 00 in front of a number for a plus sign.', replacing(/^00(?=\d)/, '+')],
  'trunk-zero': ['Removes the zero behind the code of a country.', replacing(/^(\+\d\d)0/, '$1')],
  'last-nine-digits': [
    'Compares phone numbers by their last nine digits.',
    (subject) => (/^\D*(?:\d\D*){9,15}$/.test(subject) ? subject.replace(/\D/g, '').slice(-9) : subject),
  ],
  'tel-scheme': ['Removes tel: in front of a number.', replacing(/^tel:/, '')],
  'messenger-prefix': ['Removes the name of a messenger in front of a number.', replacing(/^[a-z]+:(?=\+)/, '')],
  extensions: ['Removes the extension of a phone number.', replacing(/(?<=\d)x\d+$/, '')],
  'mexican-mobile-one': ['Removes the 1 of mobile numbers of Mexico.', replacing(/^\+?521(?=\d{10}$)/, '+52')],
  'messenger-server': ['Removes the server of a messenger id.', replacing(/@s\.whatsapp\.net$/, '')],
  'last-digit': ['Looks at all but the last digit of a phone number.', when(/^\+\d{6,}$/, replacing(/\d$/, ''))],
});
