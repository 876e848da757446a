/** Checks access tokens without ever showing one: what is wrong is told by length and shape. */
import { claimsOf } from '../../endpoints/token/request-token.js';
import { countCharacters } from '../../text/found.js';
import { type Checked, fine, malformed } from '../setting-problem.js';

const compactJwt = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;
const opaque = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?![\w.~+/=-]+$/;

/** A token to be accepted: a JWT that has not expired, or an opaque one, which leaves out the tests of the signature. */
export function checkAccessToken(value: string, now: Date): Checked<string> {
  const shape = shapeOf(value);
  if (shape.kind === 'neither') return malformed(shape.found, shape.advice);
  if (shape.kind === 'opaque') {
    return fine(value, 'the access token is opaque, not a JWT: the tests of its signature and expiry are left out');
  }
  if (shape.expires !== undefined && shape.expires <= now.getTime() / 1000) {
    const advice = 'get a new token, and check the clock of this machine';
    return malformed(`a JWT that expired at ${timeOf(shape.expires)}`, advice);
  }
  return fine(value);
}

/**
 * A token to be refused because it has expired. One that is still good would make a correct service look wrong,
 * so a JWT must prove its expiry; an opaque one is taken on trust.
 */
export function checkExpiredAccessToken(value: string, accessToken: string | undefined, now: Date): Checked<string> {
  if (value === accessToken) return malformed('the same token as in SF_ACCESS_TOKEN');
  const shape = shapeOf(value);
  if (shape.kind === 'neither') return malformed(shape.found, shape.advice);
  if (shape.kind === 'opaque') return fine(value);
  if (shape.expires === undefined) return malformed('a JWT without exp, which never expires');
  if (shape.expires > now.getTime() / 1000) return malformed(`a JWT that expires only at ${timeOf(shape.expires)}`);
  return fine(value);
}

type Shape =
  | { readonly kind: 'jwt'; readonly expires?: number }
  | { readonly kind: 'opaque' }
  | { readonly kind: 'neither'; readonly found: string; readonly advice?: string };

function shapeOf(value: string): Shape {
  const neither = (found: string, advice?: string): Shape => ({ kind: 'neither', found, advice });
  if (value === '') return neither('nothing (it is set, but empty)');
  const size = countCharacters(value);
  if (/^Bearer\s/i.test(value)) return neither(`${size}, Bearer among them`, 'leave out the word Bearer');
  if (/^\s|\s$/.test(value)) return neither(`${size} with a blank at one end`);
  if (/\s/.test(value)) return neither(`${size} with a blank inside`);
  if (/^(["']).*\1$/.test(value)) return neither(`${size} with quotes around`, 'leave out the quotes');
  if (opaque.test(value)) return { kind: 'opaque' };
  if (!compactJwt.test(value)) return neither(`${size} in ${dotted(value)}`);
  const claims = claimsOf(value);
  if (claims === undefined) {
    return neither(`${size} in three parts, but the first two are not base64url of JSON objects`);
  }
  return typeof claims.exp === 'number' ? { kind: 'jwt', expires: claims.exp } : { kind: 'jwt' };
}

function dotted(value: string): string {
  const parts = value.split('.').length;
  if (parts === 3) return 'three parts, not all of them base64url';
  return parts === 1 ? 'one part' : `${parts} parts`;
}

/** Seconds since 1970 as a time; a number outside the calendar stays a number. */
function timeOf(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? `${seconds} seconds after 1970` : time.toISOString();
}
