/** Checks access tokens without ever showing one: what is wrong is told by length and shape. */
import { countCharacters } from '../../text/found.js';
import type { Checked } from '../setting-problem.js';

const compactJwt = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;
const opaque = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?![\w.~+/=-]+$/;

/** A token to be accepted: a JWT that has not expired, or an opaque one, which leaves out the tests of the signature. */
export function checkAccessToken(value: string, now: Date): Checked<string> {
  const shape = shapeOf(value);
  if (shape.kind === 'neither') return { ok: false, found: shape.found, ...shape.advice };
  if (shape.kind === 'opaque') {
    return {
      ok: true,
      value,
      warnings: ['the access token is opaque, not a JWT: the tests of its signature and expiry are left out'],
    };
  }
  if (shape.expires !== undefined && shape.expires <= now.getTime() / 1000) {
    const found = `a JWT that expired at ${timeOf(shape.expires)}`;
    return { ok: false, found, advice: 'get a new token, and check the clock of this machine' };
  }
  return { ok: true, value, warnings: [] };
}

/**
 * A token to be refused because it has expired. One that is still good would make a correct service look wrong,
 * so a JWT must prove its expiry; an opaque one is taken on trust.
 */
export function checkExpiredAccessToken(value: string, accessToken: string | undefined, now: Date): Checked<string> {
  if (value === accessToken) return { ok: false, found: 'the same token as in SF_ACCESS_TOKEN' };
  const shape = shapeOf(value);
  if (shape.kind === 'neither') return { ok: false, found: shape.found, ...shape.advice };
  if (shape.kind === 'opaque') return { ok: true, value, warnings: [] };
  if (shape.expires === undefined) return { ok: false, found: 'a JWT without exp, which never expires' };
  if (shape.expires > now.getTime() / 1000) {
    return { ok: false, found: `a JWT that expires only at ${timeOf(shape.expires)}` };
  }
  return { ok: true, value, warnings: [] };
}

type Shape =
  | { readonly kind: 'jwt'; readonly expires?: number }
  | { readonly kind: 'opaque' }
  | { readonly kind: 'neither'; readonly found: string; readonly advice?: { readonly advice: string } };

function shapeOf(value: string): Shape {
  if (value === '') return { kind: 'neither', found: 'nothing (it is set, but empty)' };
  const size = countCharacters(value);
  if (/^Bearer\s/i.test(value)) {
    return { kind: 'neither', found: `${size}, Bearer among them`, advice: { advice: 'leave out the word Bearer' } };
  }
  if (/^\s|\s$/.test(value)) return { kind: 'neither', found: `${size} with a blank at one end` };
  if (/\s/.test(value)) return { kind: 'neither', found: `${size} with a blank inside` };
  if (/^(["']).*\1$/.test(value)) {
    return { kind: 'neither', found: `${size} with quotes around`, advice: { advice: 'leave out the quotes' } };
  }
  if (opaque.test(value)) return { kind: 'opaque' };
  const parts = compactJwt.exec(value);
  if (parts === null) return { kind: 'neither', found: `${size} in ${dotted(value)}` };
  const claims = objectOf(parts[2]);
  if (objectOf(parts[1]) === undefined || claims === undefined) {
    return { kind: 'neither', found: `${size} in three parts, but the first two are not base64url of JSON objects` };
  }
  return typeof claims.exp === 'number' ? { kind: 'jwt', expires: claims.exp } : { kind: 'jwt' };
}

function dotted(value: string): string {
  const parts = value.split('.').length;
  if (parts === 3) return 'three parts, not all of them base64url';
  return parts === 1 ? 'one part' : `${parts} parts`;
}

function objectOf(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds since 1970 as a time; a number outside the calendar stays a number. */
function timeOf(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? `${seconds} seconds after 1970` : time.toISOString();
}
