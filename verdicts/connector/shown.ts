/** Shows a value out of a request inside a sentence: quoted, bounded, unseen characters by code point, never a token. */
import { visibleText } from '../../text/visible.js';

const most = 60;
/** The beginning of a JSON object in base64url, and an org's opaque session: a value that holds one may be a secret. */
const secretLike = /eyJ[\w-]{8}|00D[A-Za-z0-9]{12,15}!/;

/** `"Agent"`, `"abc…" (300 characters)`; the redactor of the caller still goes over the whole text. */
export function shown(text: string): string {
  if (secretLike.test(text)) return `a text of ${text.length} characters that looks like a token`;
  const characters = Array.from(text.slice(0, most * 2));
  const cut = characters.length > most || text.length > most * 2;
  const head = visibleText(characters.slice(0, most).join(''));
  return cut ? `"${head}…" (${text.length} characters)` : `"${head}"`;
}

/** A JSON value in a sentence: texts quoted, others as JSON, bounded. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return shown(value);
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}
