/** Reads a request target: its path in the normal form of RFC 3986, its query, and how far it is from the operation's path. */
import type { Words } from './contract.js';
import { shown } from './shown.js';

export interface Target {
  /** Without query, unreserved characters decoded. */
  readonly path: string;
  readonly query: string;
  /** User name and password in front of the host, where the target is a whole URL that has them. */
  readonly userInfo: string;
}

/** Takes the origin form and the absolute form (RFC 9112 section 3.2); a fragment, which no client may send, is left off. */
export function readTarget(target: string): Target {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/(?:([^/?#@]*)@)?[^/?#]*(.*)$/is.exec(target);
  const rest = (absolute === null ? target : (absolute[2] ?? '')).split('#', 1)[0] ?? '';
  const mark = rest.indexOf('?');
  const path = mark === -1 ? rest : rest.slice(0, mark);
  return {
    path: decodeUnreserved(path === '' ? '/' : path),
    query: mark === -1 ? '' : rest.slice(mark + 1),
    userInfo: absolute?.[1] ?? '',
  };
}

function decodeUnreserved(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (written, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : written;
  });
}

export type PathReading =
  | { readonly kind: 'right' }
  /** Meant for the operation, and missed. */
  | { readonly kind: 'missed'; readonly words: Words }
  | { readonly kind: 'other' };

export function readPath(path: string, basePath: string): PathReading {
  const expected = `${basePath}/v1/conversation`;
  if (path === expected) return { kind: 'right' };
  const plain = path
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '');
  if (!isMeant(plain, basePath)) return { kind: 'other' };
  const message = `The path is expected to be ${expected}, and ${shown(path)} came.`;
  return { kind: 'missed', words: { message, advice: adviceFor(path, plain, expected, basePath) } };
}

/** Ends in the resource, and has nothing in front of it but pieces of the right way: another API may have one of that name. */
function isMeant(plain: string, basePath: string): boolean {
  const steps = plain.split('/').slice(1);
  const known = new Set(['api', 'v1', ...basePath.toLowerCase().split('/')]);
  const resource = steps.pop() ?? '';
  return (
    /^conversations?(?:\.json)?$/.test(resource) &&
    steps.every((step) => known.has(step) || /^v\d+(?:\.\d+)?$/.test(step))
  );
}

function adviceFor(path: string, plain: string, expected: string, basePath: string): string {
  const whole = `Send to the base URL followed by /v1/conversation: ${expected}.`;
  if (/\/{2,}/.test(path)) {
    return `A slash stands twice in a row: take the slash off the end of the base URL, or off the beginning of what is appended to it. ${whole}`;
  }
  if (/\/conversations$/.test(plain)) return `The resource is called conversation, without an s at the end. ${whole}`;
  if (path.endsWith('/')) return `Take the slash off the end of the path. ${whole}`;
  if (basePath !== '' && `${basePath}${path}` === expected) {
    return `${basePath} is missing: the base URL is SF_SCRT_INSTANCE_URL followed by ${basePath}. ${whole}`;
  }
  if (path.startsWith(`${basePath}${basePath}/`)) return `${basePath} stands twice: append it once. ${whole}`;
  if (path.toLowerCase() === expected) return `Letter case counts in a path. ${whole}`;
  return whole;
}
