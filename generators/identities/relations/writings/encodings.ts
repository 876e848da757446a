/** A whole text in the encodings of the web, of mail, of programming languages and of stores. Pure. */
import type { Change } from './change.js';

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

/** The likeliest first. */
export const encodings: readonly Change[] = [
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
