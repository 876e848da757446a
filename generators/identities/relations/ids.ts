/** Relations of GUIDs, vendor ids and binary values: their other spellings. */
import { guidFrom } from '../../seeded.js';
import { drawnBytes, drawnDigits, drawnLetters } from '../drawn.js';
import { type RelationDraft, variantsOf } from './relation.js';

const guids = { source: 'guids', class: 'guid' } as const;
const encodings = { source: 'encodings', class: 'base64' } as const;

/** Its first digit is a letter, so that letter case shows. */
const guid = (word: string): string => `c${guidFrom(drawnBytes(word, 16), 4).slice(1)}`;
const bare = (guidText: string): string => guidText.replaceAll('-', '');

/** Bytes whose base64 ends in padding and has both signs that base64url replaces. */
const bytesOf = (word: string): Buffer => Buffer.from([0xfb, 0xef, 0xbe, 0xff, ...drawnBytes(word, 15)]);

export function idRelations(): readonly RelationDraft[] {
  return [
    ...variantsOf({ slug: 'guid', subject: guid }, guids, [
      ['upper-case', 'in upper case', (s) => s.toUpperCase()],
      ['bare', 'without hyphens', bare],
      ['braces', 'in braces', (s) => `{${s}}`],
      ['urn', 'with urn:uuid:', (s) => `urn:uuid:${s}`],
      ['braces-upper', 'in braces and upper case', (s) => `{${s.toUpperCase()}}`],
      ['parentheses', 'in parentheses', (s) => `(${s})`],
      ['bare-upper', 'without hyphens in upper case', (s) => bare(s).toUpperCase()],
      ['uuid-prefix', 'with uuid:', (s) => `uuid:${s}`],
      ['base64', 'its bytes in base64', (s) => Buffer.from(bare(s), 'hex').toString('base64')],
      ['base64url', 'its bytes in base64url', (s) => Buffer.from(bare(s), 'hex').toString('base64url')],
      ['little-endian', 'its first groups with the bytes in reverse', littleEndian],
      ['decimal', 'as one decimal number', (s) => BigInt(`0x${bare(s)}`).toString()],
      ['hex-prefix', 'with 0x and no hyphens', (s) => `0x${bare(s)}`],
      ['version', 'another version', (s) => `${s.slice(0, 14)}7${s.slice(15)}`],
      ['hyphens-moved', 'hyphens after every four digits', (s) => bare(s).match(/.{4}/g)?.join('-') ?? ''],
      ['underscores', 'underscores for hyphens', (s) => s.replaceAll('-', '_')],
      ['first-half', 'another second half', (s) => `${s.slice(0, 19)}8000-000000000000`],
      ['blank-groups', 'blanks for hyphens', (s) => s.replaceAll('-', ' ')],
    ]),
    ...variantsOf({ slug: 'vendor-id', subject: (word) => `003${drawnDigits(word, 6)}AbCdEf` }, guids, [
      ['eighteen', 'the 18 characters for the 15', eighteen],
      ['case', 'case of one letter', (s) => s.replace('A', 'a')],
      ['lower-case', 'in lower case', (s) => s.toLowerCase()],
      ['eighteen-lower', 'the 18 characters in lower case', (s) => eighteen(s).toLowerCase()],
    ]),
    ...variantsOf({ slug: 'crockford', subject: (word) => `01H0${crockford(word)}1` }, guids, [
      ['lower-case', 'in lower case', (s) => s.toLowerCase()],
      ['letter-o', 'letter O for zero', (s) => s.replace('01H0', 'O1H0')],
      ['letter-l', 'letter L for one', (s) => s.replace('01H0', '0LH0')],
      ['letter-i', 'letter I for one', (s) => s.replace('01H0', '0IH0')],
      ['hyphens', 'hyphens between groups', (s) => `${s.slice(0, 6)}-${s.slice(6)}`],
    ]),
    ...variantsOf(
      { slug: 'object-id', subject: (word) => `a${Buffer.from(drawnBytes(word, 12)).toString('hex').slice(1)}` },
      guids,
      [
        ['upper-case', 'in upper case', (s) => s.toUpperCase()],
        ['wrapped', 'in ObjectId("")', (s) => `ObjectId("${s}")`],
        ['bytes', 'its bytes in base64', (s) => Buffer.from(s, 'hex').toString('base64')],
      ],
    ),
    ...variantsOf({ slug: 'grouped-id', subject: (word) => drawnDigits(word, 16) }, guids, [
      ['blanks', 'blanks between groups', (s) => s.match(/.{4}/g)?.join(' ') ?? ''],
      ['hyphens', 'hyphens between groups', (s) => s.match(/.{4}/g)?.join('-') ?? ''],
      ['last-four', 'another number with the same last four digits', (s) => `4000000000${s.slice(10)}`],
    ]),
    ...variantsOf({ slug: 'base64', subject: (word) => bytesOf(word).toString('base64') }, encodings, [
      ['no-padding', 'without padding', (s) => s.replace(/=+$/, '')],
      ['url-safe', 'the alphabet for URLs', (s) => s.replaceAll('+', '-').replaceAll('/', '_')],
      ['base64url', 'the alphabet for URLs, without padding', (_, word) => bytesOf(word).toString('base64url')],
      [
        'trailing-bits',
        'other bits behind the last byte',
        (s) => s.replace(/.==$|(.)=$/, (end) => `${nextLetter(end.charAt(0))}${end.slice(1)}`),
      ],
      ['blank-inside', 'a blank inside', (s) => `${s.slice(0, 12)} ${s.slice(12)}`],
      ['hex', 'the bytes in hexadecimal', (_, word) => bytesOf(word).toString('hex')],
      ['escaped-padding', 'a percent escape for the padding', (s) => s.replaceAll('=', '%3D')],
      ['blank-for-plus', 'a blank for the plus sign', (s) => s.replace('+', ' ')],
      ['more-padding', 'more padding', (s) => `${s}=`],
      ['data', 'with data:;base64,', (s) => `data:;base64,${s}`],
      ['foreign-sign', 'a sign of no base64 inside', (s) => `${s.slice(0, 8)}!${s.slice(8)}`],
      ['case', 'case of a letter', (s) => s.replace(/[a-z]/, (letter) => letter.toUpperCase())],
    ]),
    ...variantsOf({ slug: 'base64-text', subject: (word) => word }, encodings, [
      ['encoded', 'the text in base64', (s) => Buffer.from(s).toString('base64')],
      ['hex', 'the text in hexadecimal', (s) => Buffer.from(s).toString('hex')],
      ['base64url', 'the text in base64url', (s) => Buffer.from(`${s}~`).toString('base64url')],
      ['encoded-word', 'the text as a MIME encoded word', (s) => `=?UTF-8?B?${Buffer.from(s).toString('base64')}?=`],
      ['quoted-printable', 'the text in quoted-printable', (s) => s.replaceAll('-', '=2D')],
    ]),
    ...variantsOf(
      { slug: 'hex', subject: (word) => `a${Buffer.from(drawnBytes(word, 10)).toString('hex').slice(1)}` },
      encodings,
      [
        ['upper-case', 'in upper case', (s) => s.toUpperCase()],
        ['prefix', 'with 0x', (s) => `0x${s}`],
        ['escape-prefix', 'with \\x, as databases show bytes', (s) => `\\x${s}`],
        ['colons', 'colons between bytes', (s) => s.match(/../g)?.join(':') ?? ''],
        ['blanks', 'blanks between bytes', (s) => s.match(/../g)?.join(' ') ?? ''],
        ['zeros', 'two leading zeros', (s) => `00${s}`],
        ['digit-pair', 'a letter that is no hexadecimal digit behind', (s) => `${s}zz`],
      ],
    ),
  ];
}

/** The letter of base64 that stands for one more, which only the bits differ in that no byte takes. */
function nextLetter(letter: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return alphabet.charAt(alphabet.indexOf(letter) + 1);
}

function littleEndian(guidText: string): string {
  const reverse = (hex: string): string => (hex.match(/../g) ?? []).reverse().join('');
  const [a = '', b = '', c = '', ...rest] = guidText.split('-');
  return [reverse(a), reverse(b), reverse(c), ...rest].join('-');
}

/** The three further characters tell which of the 15 are upper-case letters, five to a character. */
function eighteen(id: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((c, at) => (/[A-Z]/.test(c) ? 1 << at : 0));
    return alphabet.charAt(bits.reduce((sum, bit) => sum + bit, 0));
  });
  return id + suffix.join('');
}

function crockford(word: string): string {
  return drawnLetters(word, 20)
    .toUpperCase()
    .replace(/[ILOU]/g, 'X');
}
