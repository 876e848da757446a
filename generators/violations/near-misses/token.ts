/** Authorization values that miss the Bearer scheme, or hold something else than one JWT in compact form. */
import type { Miss } from './index.js';

const credentialsOf = (value: string): string => value.slice(value.indexOf(' ') + 1);

export function schemeMisses(value: string): readonly Miss[] {
  const token = credentialsOf(value);
  return [
    ['no scheme', token],
    ['scheme Basic', `Basic ${token}`],
    ['scheme Token', `Token ${token}`],
    ['scheme JWT', `JWT ${token}`],
    ['scheme OAuth', `OAuth ${token}`],
    ['scheme cut', `Beare ${token}`],
    ['scheme extended', `Bearers ${token}`],
    ['a colon behind the scheme', `Bearer: ${token}`],
    ['no blank behind the scheme', `Bearer${token}`],
  ];
}

export function tokenMisses(value: string): readonly Miss[] {
  const token = credentialsOf(value);
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [
    ['no token behind the scheme', 'Bearer'],
    ['one word of garbage', 'Bearer garbage'],
    ['the word undefined', 'Bearer undefined'],
    ['the word null', 'Bearer null'],
    ['two parts only', `Bearer ${header}.${payload}`],
    ['a part too many', `Bearer ${token}.${signature}`],
    ['words behind it', `Bearer ${token} and more`],
    ['a parameter behind it', `Bearer ${token}, realm="x"`],
    ['the token twice', `Bearer ${token} ${token}`],
    ['in quotes', `Bearer "${token}"`],
    ['in angle brackets', `Bearer <${token}>`],
    ['a blank inside', `Bearer ${header}. ${payload}.${signature}`],
    ['dots percent-encoded', `Bearer ${header}%2E${payload}%2E${signature}`],
  ];
}
