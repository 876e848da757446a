/**
 * The one door for whatever is written or printed: takes secrets out by value, wherever and however they are spelled.
 *
 * A run of text goes when it shares 12 or more characters in a row with a secret, in any case and in any of its
 * spellings (see redactor/spellings.ts), behind up to three layers of escapes (see redactor/views.ts). So a token that
 * was cut, altered or quoted back goes too. Secrets of fewer than 12 characters go as a whole only.
 */
import { spellings } from './redactor/spellings.js';
import { views } from './redactor/views.js';
import { type Run, WindowIndex } from './redactor/window-index.js';

/** What stands where a secret was. */
export const mark = '‹secret›';

export interface Redactor {
  text(value: string): string;
  /** The same bytes, not copied, when nothing secret is in them. */
  bytes(value: Uint8Array): Uint8Array;
  /** A deep copy of a JSON value with strings, keys and byte arrays redacted; its shape stays the same. */
  value<T>(json: T): T;
  /** Takes up a secret that turns up later. */
  add(secret: string): void;
}

/** Makes a redactor; empty secrets are passed over. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const index = new WindowIndex();
  const known = new Set<string>();
  const add = (secret: string): void => {
    if (known.has(secret)) return;
    known.add(secret);
    for (const spelling of spellings(secret)) index.add(spelling);
  };
  const text = (value: string): string => cutOut(index, value) ?? value;
  const bytes = (value: Uint8Array): Uint8Array => {
    // Latin-1 maps bytes to characters one to one, so that any bytes can be searched and put back.
    const cut = cutOut(index, Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1'));
    if (cut === undefined) return value;
    const pieces = cut.split(mark).map((piece) => Buffer.from(piece, 'latin1'));
    return joined(pieces, Buffer.from(mark, 'utf8'));
  };
  for (const secret of secrets) add(secret);
  // The shape stays the same, which the compiler cannot see through the recursion.
  return { text, bytes, add, value: <T>(json: T): T => redactDeep(json, text, bytes) as T };
}

/** The text with marks in it; undefined when nothing was found. */
function cutOut(index: WindowIndex, text: string): string | undefined {
  const runs: Run[] = [];
  for (const view of views(text)) for (const run of index.find(view)) runs.push(run);
  if (runs.length === 0) return undefined;
  runs.sort((a, b) => a[0] - b[0]);
  let result = '';
  let kept = 0;
  let covered = -1;
  for (const [from, to] of runs) {
    // Runs that overlap or touch get one mark.
    if (from > covered) result += text.slice(kept, from) + mark;
    covered = Math.max(covered, to);
    kept = covered;
  }
  return result + text.slice(kept);
}

function joined(pieces: readonly Buffer[], separator: Buffer): Buffer {
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece])));
}

function redactDeep(json: unknown, text: (value: string) => string, bytes: (value: Uint8Array) => Uint8Array): unknown {
  if (typeof json === 'string') return text(json);
  if (json instanceof Uint8Array) return bytes(json);
  if (Array.isArray(json)) return json.map((member) => redactDeep(member, text, bytes));
  if (typeof json !== 'object' || json === null) return json;
  const members = new Map<string, unknown>();
  for (const [key, member] of Object.entries(json)) {
    let name = text(key);
    // Two keys that differ only in what was secret must both stay.
    for (let copy = 2; members.has(name); copy += 1) name = `${text(key)} (${copy})`;
    members.set(name, redactDeep(member, text, bytes));
  }
  return Object.fromEntries(members);
}
