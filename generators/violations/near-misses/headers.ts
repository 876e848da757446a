/** Header values that just miss their form, header by header in the order of the specification. */
import { isJwt } from '../forged-tokens.js';
import type { Miss } from './index.js';

/** By the names of `x-near-misses`. */
export const headerMisses = {
  scheme: schemeMisses,
  token: tokenMisses,
  'media-type': mediaTypeMisses,
  'json-media-type': jsonMediaTypeMisses,
  boundary: boundaryMisses,
  'org-id-length': orgIdLengthMisses,
  'org-id-characters': orgIdCharacterMisses,
  'authorization-context': authorizationContextMisses,
  guid: guidMisses,
} as const;

const credentialsOf = (value: string): string => value.slice(value.indexOf(' ') + 1);

function schemeMisses(value: string): readonly Miss[] {
  const token = credentialsOf(value);
  return [
    ['no-scheme', 'no scheme', token, 1],
    ['scheme-basic', 'scheme Basic', `Basic ${token}`, 2],
    ['scheme-token', 'scheme Token', `Token ${token}`],
    ['scheme-jwt', 'scheme JWT', `JWT ${token}`],
    ['scheme-oauth', 'scheme OAuth', `OAuth ${token}`],
    ['scheme-cut', 'scheme cut', `Beare ${token}`],
    ['scheme-extended', 'scheme extended', `Bearers ${token}`],
    ['a-colon-behind-the-scheme', 'a colon behind the scheme', `Bearer: ${token}`],
    ['no-blank-behind-the-scheme', 'no blank behind the scheme', `Bearer${token}`],
  ];
}

/** An opaque token has no parts to count, so only what is wrong with any token is listed for it. */
function tokenMisses(value: string): readonly Miss[] {
  const token = credentialsOf(value);
  return [...anyTokenMisses(token), ...(isJwt(token) ? jwtMisses(token) : [])];
}

function anyTokenMisses(token: string): readonly Miss[] {
  return [
    ['no-token-behind-the-scheme', 'no token behind the scheme', 'Bearer'],
    ['one-word-of-garbage', 'one word of garbage', 'Bearer garbage'],
    ['the-word-undefined', 'the word undefined', 'Bearer undefined'],
    ['the-word-null', 'the word null', 'Bearer null'],
    ['words-behind-it', 'words behind it', `Bearer ${token} and more`, 2],
    ['a-parameter-behind-it', 'a parameter behind it', `Bearer ${token}, realm="x"`],
    ['the-token-twice', 'the token twice', `Bearer ${token} ${token}`],
    ['in-quotes', 'in quotes', `Bearer "${token}"`],
    ['in-angle-brackets', 'in angle brackets', `Bearer <${token}>`],
  ];
}

function jwtMisses(token: string): readonly Miss[] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [
    ['two-parts-only', 'two parts only', `Bearer ${header}.${payload}`],
    ['a-part-too-many', 'a part too many', `Bearer ${token}.${signature}`],
    ['a-blank-inside', 'a blank inside', `Bearer ${header}. ${payload}.${signature}`],
    ['dots-percent-encoded', 'dots percent-encoded', `Bearer ${header}%2E${payload}%2E${signature}`],
  ];
}

function mediaTypeMisses(value: string): readonly Miss[] {
  const parameters = value.slice(value.indexOf(';'));
  const withParameters = (slug: string, type: string, rank?: number): Miss => [
    `${slug}-with-the-boundary`,
    `${type} with the boundary`,
    `${type}${parameters}`,
    rank,
  ];
  return [
    ['application-json', 'application/json', 'application/json'],
    ['application-x-www-form-urlencoded', 'application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
    ['text-plain', 'text/plain', 'text/plain'],
    ['application-octet-stream', 'application/octet-stream', 'application/octet-stream'],
    withParameters('application-json', 'application/json', 1),
    withParameters('multipart-mixed', 'multipart/mixed', 2),
    withParameters('multipart-related', 'multipart/related'),
    withParameters('multipart-alternative', 'multipart/alternative'),
    withParameters('multipart-form-underscore-data', 'multipart/form_data'),
    withParameters('multipart-formdata', 'multipart/formdata'),
    withParameters('multipart-form-dat', 'multipart/form-dat'),
    withParameters('multipart-form-data2', 'multipart/form-data2'),
    withParameters('multipart', 'multipart'),
    withParameters('form-data', 'form-data'),
    withParameters('multipart-and-an-asterisk', 'multipart/*'),
  ];
}

function boundaryMisses(value: string): readonly Miss[] {
  const boundary = value.slice(value.indexOf('=') + 1);
  return [
    ['no-boundary', 'no boundary', 'multipart/form-data', 1],
    ['a-semicolon-and-no-boundary', 'a semicolon and no boundary', 'multipart/form-data;'],
    ['only-a-charset', 'only a charset', 'multipart/form-data; charset=utf-8'],
    ['an-empty-boundary', 'an empty boundary', 'multipart/form-data; boundary='],
    ['an-empty-boundary-in-quotes', 'an empty boundary in quotes', 'multipart/form-data; boundary=""'],
    ['the-parameter-misspelled', 'the parameter misspelled', `multipart/form-data; boundry=${boundary}`],
  ];
}

/**
 * Other media types for a body that is JSON. Left out is what widespread servers take for JSON by their defaults
 * (text/json and every type that ends in +json): nobody said that these must be refused.
 */
function jsonMediaTypeMisses(): readonly Miss[] {
  const types: readonly (readonly [slug: string, type: string, rank?: number])[] = [
    ['multipart-form-data-with-a-boundary', 'multipart/form-data; boundary=----byoc', 1],
    ['text-plain', 'text/plain', 2],
    ['application-x-www-form-urlencoded', 'application/x-www-form-urlencoded', 3],
    ['application-octet-stream', 'application/octet-stream'],
    ['text-html', 'text/html'],
    ['application-xml', 'application/xml'],
    ['multipart-form-data', 'multipart/form-data'],
    ['multipart-mixed-with-a-boundary', 'multipart/mixed; boundary=----byoc'],
    ['application-jso', 'application/jso'],
    ['application-jsonx', 'application/jsonx', 2],
    ['application-x-ndjson', 'application/x-ndjson'],
    ['application-and-an-asterisk', 'application/*'],
    ['application', 'application'],
    ['json', 'json'],
  ];
  return types.map(([slug, type, rank]) => [slug, type, type, rank]);
}

function orgIdLengthMisses(id: string): readonly Miss[] {
  return [
    ['one-character-shorter', 'one character shorter', id.slice(0, -1), 2],
    ['one-character-longer', 'one character longer', `${id}A`],
    ['the-18-character-form', 'the 18-character form', eighteenCharacterForm(id), 1],
    ['17-characters', '17 characters', `${id}AA`],
    ['only-its-first-three-characters', 'only its first three characters', id.slice(0, 3)],
    ['twice-in-a-row', 'twice in a row', `${id}${id}`],
  ];
}

function orgIdCharacterMisses(id: string): readonly Miss[] {
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

function authorizationContextMisses(context: string): readonly Miss[] {
  const cut = context.indexOf('_');
  const [prefix, name] = [context.slice(0, cut), context.slice(cut + 1)];
  return [
    ['no-underscore', 'no underscore', `${prefix}${name}`.replaceAll('_', ''), 1],
    ['only-the-prefix', 'only the prefix', prefix],
    ['the-prefix-and-an-underscore', 'the prefix and an underscore', `${prefix}_`, 3],
    ['an-underscore-and-the-name', 'an underscore and the name', `_${name}`, 3],
    ['only-an-underscore', 'only an underscore', '_'],
    ['an-underscore-at-the-end', 'an underscore at the end', `${context}_`, 2],
    ['an-underscore-at-the-start', 'an underscore at the start', `_${context}`],
    ['a-digit-at-the-start', 'a digit at the start', `1${context}`],
    ['a-hyphen-for-the-underscore', 'a hyphen for the underscore', `${prefix}-${name}`.replaceAll('_', '-')],
    ['a-full-stop-for-the-underscore', 'a full stop for the underscore', `${prefix}.${name}`.replaceAll('_', '.')],
    ['a-blank-for-the-underscore', 'a blank for the underscore', `${prefix} ${name}`.replaceAll('_', ' ')],
    ['a-hyphen-inside', 'a hyphen inside', `${prefix}_${name}-x`, 3],
    ['a-blank-inside', 'a blank inside', `${prefix}_${name} x`, 3],
    ['in-braces', 'in braces', `{${prefix}}_{${name}}`],
    ['in-quotes', 'in quotes', `"${context}"`],
  ];
}

function guidMisses(guid: string): readonly Miss[] {
  const bare = guid.replaceAll('-', '');
  return [
    ['in-braces', 'in braces', `{${guid}}`, 1],
    ['in-parentheses', 'in parentheses', `(${guid})`],
    ['in-quotes', 'in quotes', `"${guid}"`],
    ['in-the-urn-form', 'in the URN form', `urn:uuid:${guid}`, 3],
    ['without-hyphens', 'without hyphens', bare, 2],
    ['the-first-hyphen-missing', 'the first hyphen missing', guid.replace('-', '')],
    ['the-last-hyphen-missing', 'the last hyphen missing', guid.slice(0, 23) + guid.slice(24)],
    [
      'a-hyphen-one-place-late',
      'a hyphen one place late',
      `${bare.slice(0, 9)}-${bare.slice(9, 12)}-${guid.slice(14)}`,
    ],
    ['underscores-for-hyphens', 'underscores for hyphens', guid.replaceAll('-', '_')],
    ['blanks-for-hyphens', 'blanks for hyphens', guid.replaceAll('-', ' ')],
    ['one-digit-shorter', 'one digit shorter', guid.slice(0, -1), 3],
    ['one-digit-longer', 'one digit longer', `${guid}0`, 3],
    ['a-letter-that-is-no-digit', 'a letter that is no digit', `${guid.slice(0, -1)}g`, 3],
    ['in-base64', 'in base64', Buffer.from(bare, 'hex').toString('base64')],
    ['two-of-them-with-a-comma', 'two of them with a comma', `${guid}, ${guid}`],
    ['a-number', 'a number', '42'],
    ['a-word', 'a word', 'request-1'],
    ['the-word-undefined', 'the word undefined', 'undefined'],
  ];
}
