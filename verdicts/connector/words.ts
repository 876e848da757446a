/** The sentences of a finding: how values are shown in them, and how they are chosen by what a value looks like. */
import { type ClauseId, clauseOf } from '../../schemas/clauses/clauses.js';
import { visibleText } from '../../text/visible.js';

export interface Words {
  readonly message: string;
  readonly advice: string;
}

/** What is told of a value behind what was expected, and what to do. */
export type Told = readonly [came: string, advice: string];

/** How a value looks, by a pattern or by what is known of it otherwise, and what is told then. */
export type WordRow = readonly [looks: RegExp | boolean, ...Told];

/** @param expected the beginning of the sentence. @param otherwise what is told where no row fits. */
export function chosenWords(expected: string, value: string, rows: readonly WordRow[], otherwise: Told): Words {
  const row = rows.find(([looks]) => (typeof looks === 'boolean' ? looks : looks.test(value)));
  const [came, advice] = row === undefined ? otherwise : [row[1], row[2]];
  return { message: `${expected}${came}.`, advice };
}

/** What to do where a clause has no words of its own. */
export function statementAdvice(clause: ClauseId): string {
  return `See what the contract says: ${clauseOf(clause).statement}`;
}

/** What a program writes where it has no value, or the wrong kind of one: `undefined`, `[object Object]`, `${orgId}`. */
const origins: Readonly<Record<string, string>> = {
  undefined: 'what JavaScript writes for a variable without a value',
  null: 'what many languages write for a variable without a value',
  None: 'what Python writes for a variable without a value',
  NaN: 'what JavaScript writes for a number that is none',
  nil: 'what Ruby and Lua write for a variable without a value',
  '<nil>': 'what Go writes for a variable without a value',
  '%!s(<nil>)': 'what Go writes for a variable without a value',
  '(null)': 'what C writes for a variable without a value',
  '[object Object]': 'what JavaScript writes for an object that was turned to text',
  '[object Promise]': 'what JavaScript writes for a promise that nobody awaited',
  '[object FormData]': 'what JavaScript writes for a form that was turned to text',
};

const placeholder = /^(?:\$\{.*\}|\$\(.*\)|\{\{.*\}\}|<[A-Za-z][\w -]*>|%[A-Za-z_]\w*%|\$[A-Z_][A-Z0-9_]*)$/;

/** What such a text is, as the end of a sentence; undefined for any other text. */
export function noValue(text: string): string | undefined {
  if (Object.hasOwn(origins, text)) return origins[text];
  return placeholder.test(text) ? 'a placeholder that was never filled in' : undefined;
}

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
