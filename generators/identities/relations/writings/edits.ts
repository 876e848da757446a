/** Writings of ids of several shapes after a small change at either end or inside, and in the encodings of texts. */
import { guidFrom } from '../../../seeded.js';
import { drawnBytes, drawnDigits } from '../../drawn.js';
import { type RelationDraft, variantsOf } from '../relation.js';
import { capital, drawnName } from './writing.js';

type Change = readonly [slug: string, name: string, change: (text: string) => string];

/** Their first and last two characters differ, so that they can be swapped. */
const shapes: Readonly<Record<string, (word: string) => string>> = {
  letters: (word) => drawnName(word, 16),
  digits: (word) => `83${drawnDigits(word, 10)}27`,
  guid: (word) => `c8${guidFrom(drawnBytes(word, 16), 4).slice(2, -2)}4e`,
  words: (word) => `Ann ${capital(drawnName(word, 6))} O'Lee-Ray & Co`,
  mail: (word) => `${drawnName(word, 6)}.lee@example.com`,
  accents: (word) => `Zo\u00EB ${drawnName(word, 6)} M\u00FCller`,
};

const other = (character: string): string =>
  /\d/.test(character) ? String((Number(character) + 3) % 10) : character === 'k' ? 'g' : 'k';

/** Another character at a place counted from the beginning, or from the end. */
const changedAt =
  (at: number) =>
  (text: string): string => {
    const all = [...text];
    const place = at < 0 ? all.length + at : at;
    all[place] = other(all[place] ?? '');
    return all.join('');
  };

const inserted =
  (at: number, more: string) =>
  (text: string): string =>
    `${text.slice(0, at)}${more}${text.slice(at)}`;
const half = (text: string): number => Math.floor(text.length / 2);

const changes: readonly Change[] = [
  ['last', 'the last character changed', changedAt(-1)],
  ['first', 'the first character changed', changedAt(0)],
  ['inside', 'a character in the middle changed', (s) => changedAt(half(s))(s)],
  ['without-last', 'without the last character', (s) => s.slice(0, -1)],
  ['without-first', 'without the first character', (s) => s.slice(1)],
  ['lower-case', 'in lower case', (s) => s.toLowerCase()],
  ['upper-case', 'in upper case', (s) => s.toUpperCase()],
  ['capital', 'with a capital', capital],
  [
    'swapped-case',
    'upper and lower case exchanged',
    (s) => s.replace(/\p{L}/gu, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())),
  ],
  ['twice', 'twice', (s) => s + s],
  ['reversed', 'from right to left', (s) => [...s].reverse().join('')],
  ['halves', 'its halves exchanged', (s) => s.slice(half(s)) + s.slice(0, half(s))],
  ['first-half', 'its first half alone', (s) => s.slice(0, half(s))],
  ['last-half', 'its last half alone', (s) => s.slice(half(s))],
  ['swapped', 'two characters swapped', (s) => `${s.charAt(1)}${s.charAt(0)}${s.slice(2)}`],
  ['swapped-last', 'the last two characters swapped', (s) => `${s.slice(0, -2)}${s.at(-1) ?? ''}${s.at(-2) ?? ''}`],
  ['doubled', 'a character doubled', (s) => inserted(3, s.charAt(3))(s)],
  ['without-inside', 'without a character in the middle', (s) => s.slice(0, half(s)) + s.slice(half(s) + 1)],
  ['sorted', 'its characters sorted', (s) => [...s].sort().join('')],
  ['blank-inside', 'a blank inside', inserted(4, ' ')],
  ['hyphen-inside', 'a hyphen inside', inserted(4, '-')],
  ['zero-width-inside', 'a zero-width space inside', inserted(4, '\u200B')],
  ['soft-hyphen-inside', 'a soft hyphen inside', inserted(4, '\u00AD')],
  ['groups-of-four', 'in groups of four', (s) => (s.match(/.{1,4}/gu) ?? []).join(' ')],
  ['groups-of-three', 'in groups of three', (s) => (s.match(/.{1,3}/gu) ?? []).join('-')],
  ['spaced', 'blanks between all characters', (s) => [...s].join(' ')],
  ['dotted', 'full stops between all characters', (s) => [...s].join('.')],
  ['without-vowels', 'without vowels', (s) => s.replace(/[aeiou]/gi, '')],
  ['without-digits', 'without digits', (s) => s.replace(/\d/g, '')],
  ['without-signs', 'letters and digits alone', (s) => s.replace(/[^\p{L}\p{N}]/gu, '')],
  [
    'full-width',
    'in full-width characters',
    (s) => s.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ],
  ['second', 'the second character changed', changedAt(1)],
  ['fourth', 'the fourth character changed', changedAt(3)],
  ['sixth-last', 'the sixth last character changed', changedAt(-6)],
  ['third-last', 'the third last character changed', changedAt(-3)],
  ['fifth-last', 'the fifth last character changed', changedAt(-5)],
  ['eighth', 'the eighth character changed', changedAt(7)],
  ['without-two', 'without the first two characters', (s) => s.slice(2)],
  ['without-three', 'without the first three characters', (s) => s.slice(3)],
  ['without-four', 'without the first four characters', (s) => s.slice(4)],
  ['without-last-two', 'without the last two characters', (s) => s.slice(0, -2)],
  ['without-last-three', 'without the last three characters', (s) => s.slice(0, -3)],
  ['without-last-four', 'without the last four characters', (s) => s.slice(0, -4)],
  ['one-more', 'a letter behind', (s) => `${s}k`],
  ['digit-more', 'a digit behind', (s) => `${s}7`],
];

const bytesOf = (text: string): readonly string[] =>
  [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'));
const entities = (text: string, written: (codePoint: number) => string): string =>
  Array.from(text, (c) => written(c.codePointAt(0) ?? 0)).join('');

function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
  return letters.padEnd(Math.ceil(letters.length / 8) * 8, '=');
}

function base58(text: string): string {
  let [rest, digits] = [BigInt(`0x${Buffer.from(text).toString('hex')}`), ''];
  for (; rest > 0n; rest /= 58n)
    digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.charAt(Number(rest % 58n)) + digits;
  return digits;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const latin1 = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, '?');
const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) + (/[a-m]/i.test(c) ? 13 : -13)));

const encodings: readonly Change[] = [
  ['percent', 'in percent escapes', (s) => encodeURIComponent(s)],
  ['base64', 'in base64', (s) => Buffer.from(s).toString('base64')],
  ['hex', 'in hexadecimal', (s) => Buffer.from(s).toString('hex')],
  ['base64url', 'in base64url', (s) => `${Buffer.from(s).toString('base64url')}`],
  ['form', 'as a value of a form', (s) => new URLSearchParams({ s }).toString().slice(2)],
  ['percent-twice', 'in percent escapes twice', (s) => encodeURIComponent(encodeURIComponent(s))],
  [
    'percent-lower',
    'in percent escapes of lower case',
    (s) => encodeURIComponent(s).replace(/%../g, (one) => one.toLowerCase()),
  ],
  [
    'percent-all',
    'each byte in a percent escape',
    (s) =>
      bytesOf(s)
        .map((byte) => `%${byte.toUpperCase()}`)
        .join(''),
  ],
  [
    'percent-all-lower',
    'each byte in a percent escape of lower case',
    (s) =>
      bytesOf(s)
        .map((byte) => `%${byte}`)
        .join(''),
  ],
  ['json', 'as a text of JSON', (s) => JSON.stringify(s)],
  ['json-ascii', 'in escapes of JSON', (s) => entities(s, (c) => `\\u${c.toString(16).padStart(4, '0')}`)],
  [
    'json-ascii-upper',
    'in escapes of JSON in upper case',
    (s) => entities(s, (c) => `\\u${c.toString(16).toUpperCase().padStart(4, '0')}`),
  ],
  ['entities', 'its signs in entities', escapeHtml],
  ['entities-twice', 'its signs in entities twice', (s) => escapeHtml(escapeHtml(s))],
  ['entities-decimal', 'in decimal entities', (s) => entities(s, (c) => `&#${c};`)],
  ['entities-hex', 'in hexadecimal entities', (s) => entities(s, (c) => `&#x${c.toString(16)};`)],
  [
    'hex-escapes',
    'in hexadecimal escapes',
    (s) =>
      bytesOf(s)
        .map((byte) => `\\x${byte}`)
        .join(''),
  ],
  [
    'octal-escapes',
    'in octal escapes',
    (s) => [...Buffer.from(s)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  ],
  ['brace-escapes', 'in escapes in braces', (s) => entities(s, (c) => `\\u{${c.toString(16)}}`)],
  [
    'percent-u',
    'in escapes of old scripts',
    (s) => entities(s, (c) => `%u${c.toString(16).toUpperCase().padStart(4, '0')}`),
  ],
  ['backslashes', 'a backslash before each sign', (s) => s.replace(/[^\p{L}\p{N}]/gu, '\\$&')],
  [
    'quoted-printable',
    'in quoted-printable',
    (s) =>
      bytesOf(s)
        .map((byte) => `=${byte.toUpperCase()}`)
        .join(''),
  ],
  ['encoded-word', 'as an encoded word in base64', (s) => `=?utf-8?B?${Buffer.from(s).toString('base64')}?=`],
  [
    'encoded-word-q',
    'as an encoded word in quoted-printable',
    (s) =>
      `=?utf-8?Q?${bytesOf(s)
        .map((byte) => `=${byte.toUpperCase()}`)
        .join('')}?=`,
  ],
  ['base64-bare', 'in base64 without padding', (s) => Buffer.from(s).toString('base64').replace(/=+$/, '')],
  ['base64-twice', 'in base64 twice', (s) => Buffer.from(Buffer.from(s).toString('base64')).toString('base64')],
  ['hex-upper', 'in hexadecimal of upper case', (s) => Buffer.from(s).toString('hex').toUpperCase()],
  ['hex-prefix', 'in hexadecimal with 0x', (s) => `0x${Buffer.from(s).toString('hex')}`],
  ['hex-bytea', 'in hexadecimal with \\x', (s) => `\\x${Buffer.from(s).toString('hex')}`],
  ['hex-blanks', 'in hexadecimal with blanks', (s) => bytesOf(s).join(' ')],
  ['base32', 'in base32', base32],
  ['base32-bare', 'in base32 of lower case without padding', (s) => base32(s).replace(/=+$/, '').toLowerCase()],
  ['base58', 'in base58', base58],
  ['utf-16', 'its UTF-16 in hexadecimal', (s) => Buffer.from(s, 'utf16le').toString('hex')],
  ['rot-13', 'in ROT13', rot13],
  ['latin-1', 'its UTF-8 read as Latin-1', latin1],
  ['data-url', 'as a data URL', (s) => `data:text/plain;base64,${Buffer.from(s).toString('base64')}`],
  ['data-url-text', 'as a data URL in percent escapes', (s) => `data:,${encodeURIComponent(s)}`],
  ['uri-extended', 'as an extended parameter', (s) => `UTF-8''${encodeURIComponent(s)}`],
  [
    'code-points',
    'as code points',
    (s) => entities(s, (c) => ` U+${c.toString(16).toUpperCase().padStart(4, '0')}`).slice(1),
  ],
  ['decimal-bytes', 'as decimal bytes', (s) => [...Buffer.from(s)].join(' ')],
  ['cdata', 'in CDATA', (s) => `<![CDATA[${s}]]>`],
  ['sql-quoted', 'as a text of SQL', (s) => `'${s.replaceAll("'", "''")}'`],
  ['json-list', 'as a list of JSON', (s) => JSON.stringify([s])],
  ['php', 'as PHP serialises it', (s) => `s:${Buffer.byteLength(s)}:"${s}";`],
  ['netstring', 'as a netstring', (s) => `${Buffer.byteLength(s)}:${s},`],
  ['imap-literal', 'as a literal of IMAP', (s) => `{${Buffer.byteLength(s)}}${s}`],
  [
    'punycode',
    'its words in Punycode',
    (s) => s.replace(/M\u00FCller/, 'xn--mller-kva').replace(/Zo\u00EB/, 'xn--zo-kka'),
  ],
];

const encoded: readonly string[] = ['words', 'mail', 'accents'];

export function editRelations(): readonly RelationDraft[] {
  const of = (shape: string, kind: string, some: readonly Change[], common: Parameters<typeof variantsOf>[1]) =>
    shapes[shape] === undefined
      ? []
      : distinct(variantsOf({ slug: `${kind}-${shape}`, subject: shapes[shape] }, common, some));
  return [
    ...encoded.flatMap((shape) => of(shape, 'encoding', encodings, { source: 'encodings', class: 'encoding' })),
    ...Object.keys(shapes).flatMap((shape) => of(shape, 'edit', changes, { source: 'columns', class: 'edit' })),
  ];
}

/** Those that change a shape, each result once. */
function distinct(relations: readonly RelationDraft[]): readonly RelationDraft[] {
  const seen = new Set<string>();
  return relations.filter(({ members }) => {
    if (members.place === 'inside') return true;
    const [first, second] = [members.first('a'), members.second('a')];
    return second !== '' && first !== second && !seen.has(second) && seen.add(second) !== undefined;
  });
}
