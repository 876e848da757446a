/** Tokens that are a JWT by form but prove nothing: altered, cut, unsigned, signed by nobody we know. Pure. */
import { createHmac } from 'node:crypto';
import { parseJson } from '../../schemas/validation/parse-json.js';
import type { NamedValue } from './violation.js';

/** Three base64url parts, the first of which reads as a JSON object. */
export function isJwt(token: string): boolean {
  const [header, payload, signature, ...more] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return false;
  const parsed = parseJson(Buffer.from(header, 'base64url').toString());
  return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null;
}

/** Only for tokens that are a JWT. The signature is changed in its middle: the last character has bits that count for nothing. */
export function forgedTokens(token: string): readonly NamedValue<string>[] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const middle = Math.floor(signature.length / 2);
  const other = signature.charAt(middle) === 'A' ? 'B' : 'A';
  const unsigned = (alg: string) => `${base64url(JSON.stringify({ alg, typ: 'JWT' }))}.${payload}.`;
  const hs256 = `${base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }))}.${payload}`;
  const forged: readonly NamedValue<string>[] = [
    [
      'one-character-of-the-signature-changed',
      'one character of the signature changed',
      swap(token, token.length - signature.length + middle, other),
    ],
    [
      'first-character-of-the-signature-changed',
      'first character of the signature changed',
      `${header}.${payload}.${rotate(signature.charAt(0))}${signature.slice(1)}`,
    ],
    ['signature-cut-by-eight-characters', 'signature cut by eight characters', token.slice(0, -8), 2],
    ['signature-cut-to-half', 'signature cut to half', `${header}.${payload}.${signature.slice(0, middle)}`],
    ['signature-removed', 'signature removed', `${header}.${payload}.`],
    ['signature-reversed', 'signature reversed', `${header}.${payload}.${[...signature].reverse().join('')}`],
    ['unsigned-with-alg-none', 'unsigned with alg none', unsigned('none'), 2],
    ['unsigned-with-alg-none-capitalised', 'unsigned with alg None', unsigned('None')],
    [
      'signed-with-hs256-and-a-guessed-key',
      'signed with HS256 and a guessed key',
      `${hs256}.${createHmac('sha256', 'secret').update(hs256).digest('base64url')}`,
    ],
    [
      'a-claim-added-signature-kept',
      'a claim added, signature kept',
      `${header}.${withClaim(payload)}.${signature}`,
      1,
    ],
    ['in-lower-case', 'in lower case', token.toLowerCase()],
    ['in-upper-case', 'in upper case', token.toUpperCase()],
  ];
  // A signature may be empty or read the same backwards.
  return forged.filter(([, , other]) => other !== token);
}

/** Three parts by form, none of which is what a JWT holds. */
export function garbageTokens(): readonly NamedValue<string>[] {
  return [
    ['three-parts-of-garbage', 'three parts of garbage', 'aaaa.bbbb.cccc', 1],
    [
      'three-parts-of-json-that-say-nothing',
      'three parts of JSON that say nothing',
      `${base64url('{}')}.${base64url('{}')}.${base64url('{}')}`,
    ],
  ];
}

function withClaim(payload: string): string {
  const parsed = parseJson(Buffer.from(payload, 'base64url').toString());
  const claims = parsed.ok && typeof parsed.value === 'object' ? parsed.value : {};
  return base64url(JSON.stringify({ ...claims, admin: true }));
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const rotate = (character: string): string => (character === 'x' ? 'y' : 'x');
const swap = (text: string, index: number, character: string): string =>
  text.slice(0, index) + character + text.slice(index + 1);
