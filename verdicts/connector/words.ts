/** The sentences of a finding, and how they are chosen by what a value looks like: the first row of a table that fits. */
import { type ClauseId, clauseOf } from '../../schemas/clauses/clauses.js';

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
