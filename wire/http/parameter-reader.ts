/** Reads the `; name=value` parameters behind the first word of a header value, as RFC 9110 and RFC 2045 write them. */

import { trimBlanksBehind } from './blanks.js';

/** One parameter: its name in lower case, its value with quotes and escapes removed. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

export type Escapes = 'all' | 'quote and backslash';

const parameterName = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;

/**
 * Reads all parameters of a text that starts at the first semicolon (or is empty). Empty parameters (`;;`) and blanks
 * around `;` and `=` are legal in MIME and skipped. Undefined when the text is broken.
 *
 * @param escapes which characters a backslash escapes inside quotes: all, as RFC 9110 has it, or only the quote and the
 * backslash itself, since some clients write a Windows path into `filename` as it is.
 */
export function readParameters(text: string, escapes: Escapes = 'all'): readonly Parameter[] | undefined {
  const parameters: Parameter[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    if (text[at] !== ';') return undefined;
    at = skipBlanks(text, at + 1);
    if (at >= text.length || text[at] === ';') continue;
    parameterName.lastIndex = at;
    const name = parameterName.exec(text)?.[0];
    if (name === undefined) return undefined;
    at = skipBlanks(text, at + name.length);
    if (text[at] !== '=') return undefined;
    at = skipBlanks(text, at + 1);
    const value = text[at] === '"' ? readQuoted(text, at, escapes) : readBare(text, at);
    if (value === undefined) return undefined;
    parameters.push({ name: name.toLowerCase(), value: value.text });
    at = skipBlanks(text, value.end);
  }
  return parameters;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function readQuoted(text: string, from: number, escapes: Escapes): { text: string; end: number } | undefined {
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') return { text: value, end: at + 1 };
    const next = text[at + 1];
    if (character === '\\' && next !== undefined && (escapes === 'all' || next === '"' || next === '\\')) {
      value += next;
      at += 1;
    } else {
      value += character;
    }
  }
  return undefined;
}

/** Wider than a token: real boundaries hold `/ = ? :` without quotes, and nothing is ambiguous about them. */
function readBare(text: string, from: number): { text: string; end: number } | undefined {
  const semicolon = text.indexOf(';', from);
  const end = semicolon === -1 ? text.length : semicolon;
  const value = trimBlanksBehind(text.slice(from, end));
  return value === '' || /[ \t"]/.test(value) ? undefined : { text: value, end };
}
