/** Authorization values that miss the Bearer scheme, or hold something else than one JWT in compact form. */
import { isJwt } from '../forged-tokens.js';
import type { Miss } from './index.js';

const credentialsOf = (value: string): string => value.slice(value.indexOf(' ') + 1);

export function schemeMisses(value: string): readonly Miss[] {
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
export function tokenMisses(value: string): readonly Miss[] {
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
