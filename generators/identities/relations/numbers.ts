/** Relations of texts that have one value once something reads them as numbers. */
import { drawnDigits } from '../drawn.js';
import { insidePairs, type RelationDraft, variantsOf } from './relation.js';

const common = { source: 'numerics', class: 'number' } as const;

/** One more, of any size. */
const plus = (digits: string, more: bigint): string => (BigInt(digits) + more).toString();

export function numberRelations(): readonly RelationDraft[] {
  return [
    ...variantsOf({ slug: 'number', subject: (word) => drawnDigits(word, 9) }, common, [
      ['leading-zero', 'a leading zero', (s) => `0${s}`],
      ['decimal-place', 'a decimal place', (s) => `${s}.0`],
      ['commas', 'commas between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, '$1,')],
      ['plus', 'a plus sign', (s) => `+${s}`],
      ['blank-before', 'a blank before', (s) => ` ${s}`],
      ['exponent-zero', 'an exponent of zero', (s) => `${s}e0`],
      ['letters-behind', 'letters behind, which casts leave out', (s) => `${s}abc`],
      ['leading-zeros', 'filled up to twelve digits with zeros', (s) => s.padStart(12, '0')],
      ['full-stop', 'a full stop behind', (s) => `${s}.`],
      ['plus-2-32', 'plus 2^32', (s) => plus(s, 2n ** 32n)],
      ['fraction', 'a fraction, which casts leave out', (s) => `${s}.7`],
      ['hexadecimal', 'in hexadecimal', (s) => `0x${Number(s).toString(16)}`],
      ['minus', 'a minus sign', (s) => `-${s}`],
      ['blank-behind', 'a blank behind', (s) => `${s} `],
      ['dots', 'dots between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, '$1.')],
      ['apostrophes', 'apostrophes between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, "$1'")],
      ['blanks', 'blanks between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, '$1 ')],
      ['underscores', 'underscores between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, '$1_')],
      ['decimal-comma', 'a decimal comma', (s) => `${s},0`],
      ['octal', 'in octal', (s) => `0o${Number(s).toString(8)}`],
      ['binary', 'in binary', (s) => `0b${Number(s).toString(2)}`],
      ['scientific', 'with an exponent', (s) => Number(s).toExponential()],
      ['upper-scientific', 'with an exponent in upper case', (s) => Number(s).toExponential().toUpperCase()],
      ['percent', 'a percent sign behind', (s) => `${s}%`],
      ['parentheses', 'in parentheses', (s) => `(${s})`],
      ['single-precision', 'the next number, which single precision rounds away', (s) => plus(s, 1n)],
      ['big-suffix', 'the n of large integers', (s) => `${s}n`],
      ['long-suffix', 'the L of long integers', (s) => `${s}L`],
      ['full-width', 'full-width digits', (s) => s.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))],
      ['minus-sign', 'a typographic minus sign before', (s) => `\u2212${s}`],
      ['base-36', 'in base 36', (s) => Number(s).toString(36)],
      ['tiny-fraction', 'a fraction beyond double precision', (s) => `${s}.00000000000000000001`],
      ['currency', 'a currency sign before', (s) => `$${s}`],
      ['number-sign', 'a number sign before', (s) => `#${s}`],
    ]),
    ...variantsOf({ slug: 'number-53', subject: (word) => `9${drawnDigits(word, 16)}2` }, common, [
      ['next', 'the next number, beyond 2^53', (s) => plus(s, 1n)],
      [
        'rounded',
        'rounded to double precision',
        (s) => plus(BigInt(Number(s)).toString(), BigInt(Number(s)) === BigInt(s) ? 3n : 0n),
      ],
      ['exponent', 'as a double is written', (s) => `${Number(s).toExponential()}`],
    ]),
    ...variantsOf({ slug: 'number-64', subject: (word) => `99${drawnDigits(word, 18)}2` }, common, [
      ['next', 'the next number, beyond 2^64', (s) => plus(s, 1n)],
      ['twice', 'another number beyond 2^63, which casts cut to the largest', (s) => `98${s.slice(2)}`],
      ['plus-2-64', 'plus 2^64', (s) => plus(s, 2n ** 64n)],
      ['zeros', 'ten times as much', (s) => `${s}0`],
    ]),
    ...variantsOf({ slug: 'number-20', subject: (word) => `${drawnDigits(word, 30)}00` }, common, [
      ['next', 'the next number, of 32 digits', (s) => plus(s, 1n)],
      ['much', 'one billion more', (s) => plus(s, 1_000_000_000n)],
    ]),
    ...variantsOf({ slug: 'number-exponent', subject: (word) => `${drawnDigits(word, 7)}e3` }, common, [
      ['written-out', 'written out', (s) => `${s.slice(0, -2)}000`],
      ['upper-case', 'upper-case E', (s) => s.toUpperCase()],
      ['plus', 'a plus sign in the exponent', (s) => s.replace('e', 'e+')],
      ['zeros', 'zeros in the exponent', (s) => s.replace('e3', 'e03')],
      ['moved', 'the point moved', (s) => s.replace('e3', '0e2')],
    ]),
    ...variantsOf({ slug: 'number-zero', subject: (word) => `0e${drawnDigits(word, 9)}` }, common, [
      ['zero-exponents', 'zero with another exponent, as PHP compares hashes', (s) => `0e${plus(s.slice(2), 7n)}`],
      ['more-zeros', 'two zeros with an exponent', (s) => `0${s}`],
      ['point-zero', 'a decimal place', (s) => s.replace('0e', '0.0e')],
    ]),
    ...variantsOf({ slug: 'number-infinite', subject: (word) => `1e4${drawnDigits(word, 6)}` }, common, [
      ['larger', 'another number that is infinite as a double', (s) => `2${s.slice(1)}`],
      ['later', 'another exponent that is infinite as a double', (s) => `1e${plus(s.slice(2), 1n)}`],
    ]),
    ...variantsOf({ slug: 'number-fraction', subject: (word) => `${drawnDigits(word, 8)}.25` }, common, [
      ['trailing-zero', 'a trailing zero', (s) => `${s}0`],
      ['comma', 'a decimal comma', (s) => s.replace('.', ',')],
      ['rounded', 'rounded to one decimal place', (s) => s.replace('.25', '.3')],
      ['whole', 'without the fraction', (s) => s.replace('.25', '')],
      ['other', 'another fraction', (s) => s.replace('.25', '.75')],
      ['beyond-double', 'another digit beyond double precision', (s) => `${s}000000000000001`],
      ['beyond-single', 'another digit beyond single precision', (s) => s.replace('.25', '.26')],
    ]),
    ...variantsOf({ slug: 'number-hexadecimal', subject: (word) => `0x7f${drawnDigits(word, 6)}` }, common, [
      ['decimal', 'in decimal', (s) => Number(s).toString()],
      ['upper-case', 'in upper case', (s) => s.toUpperCase()],
      ['mixed', 'digits in upper case', (s) => s.replace('7f', '7F')],
      ['bare', 'without 0x', (s) => s.slice(2)],
    ]),
    ...variantsOf({ slug: 'number-first', subject: (word) => `${drawnDigits(word, 10)}-${word}` }, common, [
      ['only-first', 'the same number with other words behind', (s) => `${s}-lee`],
      ['first-number', 'the number alone', (s) => s.slice(0, 10)],
    ]),
    ...variantsOf({ slug: 'number-last', subject: (word) => `${word}-${drawnDigits(word, 10)}` }, common, [
      ['number-alone', 'the number at the end alone', (s) => s.slice(-10)],
      ['other-words', 'other words before the same number', (s) => `ann.${s}`],
    ]),
    ...insidePairs(common, [
      ['inside-zero', 'a leading zero of a number inside, as natural order compares', 'n7', 'n07'],
      ['inside-roman', 'a Roman numeral', '4', 'IV'],
      ['inside-version', 'a v before a version', '1.0', 'v1.0'],
      ['inside-version-zero', 'a further zero of a version', '1.0', '1.0.0'],
      ['inside-han', 'a Han numeral', '3', '\u4E09'],
      ['inside-word', 'a number in words', '3', 'three'],
      ['inside-ordinal', 'an ordinal', '3', '3rd'],
      ['inside-digit', 'another digit, where digits are left out', 'n7', 'n8'],
    ]),
  ];
}
