/**
 * What a person may read out of the body of an answer: its texts inside JSON, out of HTML, behind escapes. Pure, and linear in
 * the length of the body.
 */
import { decodeHTML } from 'entities';
import { parseJson } from '../../schemas/validation/parse-json.js';

/** Escapes within escapes are followed this deep: JSON in HTML in JSON. */
const maxDepth = 3;

/** A text as it is, and as it reads without tags, entities and backslash escapes; blanks made one. */
export function* readings(text: string): Generator<string> {
  let layer = text;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    yield withSingleBlanks(layer);
    const plain = htmlAsText(layer);
    if (plain !== layer) yield withSingleBlanks(plain);
    // Apart from the one before, as a backslash may be part of a path: `C:\new`.
    const bare = withoutBackslashes(plain);
    if (bare === layer) return;
    layer = bare;
  }
  yield withSingleBlanks(layer);
}

/** All texts inside a JSON value, one below the other: there line ends are no escapes any more, and lists of lines are lines. */
export function textsInside(value: unknown): string {
  const texts: string[] = [];
  for (const one of valuesInside(value)) if (typeof one === 'string') texts.push(one);
  return texts.join('\n');
}

/**
 * A JSON value and every value in it, in order; for a text that holds a JSON object or list, that. Without recursion: what a
 * service sends may be nested deeper than the stack.
 */
export function* valuesInside(value: unknown): Generator<unknown> {
  const open = [value];
  while (open.length > 0) {
    const next = withoutQuotes(open.pop());
    yield next;
    if (typeof next !== 'object' || next === null) continue;
    const inner: readonly unknown[] = Object.values(next);
    for (let index = inner.length - 1; index >= 0; index -= 1) open.push(inner[index]);
  }
}

function withoutQuotes(value: unknown): unknown {
  const parsed = typeof value === 'string' && /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
  return parsed?.ok === true ? parsed.value : value;
}

/** Elements that break no line. */
const inline =
  'a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr';
const inlineTag = new RegExp(`</?(?:${inline})(?:[\\s/][^<>]*)?>`, 'gi');
const cell = /<\/?t[dh](?:\s[^<>]*)?>/gi;
/** Comments are opened and not cut out: some frameworks put their traces there. */
const otherTag = /<!--|-->|<[!?/]?[a-z][^<>]*>/gi;

/** Tags become line ends, those inside a line nothing. Fixed replacements, as functions for millions of tags take seconds. */
function htmlAsText(text: string): string {
  const bare = text.includes('<') ? text.replace(inlineTag, '').replace(cell, ' ').replace(otherTag, '\n') : text;
  return bare.includes('&') ? decodeHTML(bare) : bare;
}

/** What stands for a backslash while the others are undone; no text of JSON or HTML has it. */
const heldBackslash = '\uFFFF';

function withoutBackslashes(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replaceAll('\\\\', heldBackslash)
    .replace(/\\[nrf]/g, '\n')
    .replace(/\\[tb]/g, ' ')
    .replace(/\\(["'/])/g, '$1')
    .replace(/\\u([0-9a-f]{4})/gi, (_all, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
    .replaceAll(heldBackslash, '\\');
}

/** Of blanks in a row one stays, of line ends and the blanks around them one line end. */
function withSingleBlanks(text: string): string {
  return text
    .replace(/[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ')
    .replace(/ \n[ \n]*|\n[ \n]+/g, '\n')
    .trim();
}
