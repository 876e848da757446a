/** Finds a stack trace in the body of an answer. Pure, and linear in the length of the body. */

import { readings, textsInside, valuesInside } from './readings.js';
import { frameMembers, frames, halfFrames, sourceFile } from './stack-frames.js';

/**
 * The first frame that is found, as it stands there, or undefined.
 *
 * @param json the body read as JSON; undefined when it is none.
 * @param isOfRequest whether the request held this text: what a service repeats of it is no trace.
 */
export function stackTraceIn(body: string, json: unknown, isOfRequest: (text: string) => boolean): string | undefined {
  for (const text of readings(json === undefined ? body : textsInside(json))) {
    const found = frameIn(text, isOfRequest);
    if (found !== undefined) return found;
  }
  return json === undefined ? undefined : frameInJson(json);
}

function frameIn(text: string, isOfRequest: (text: string) => boolean): string | undefined {
  for (const frame of frames) {
    for (const { 0: found, index } of text.matchAll(frame)) {
      if (!isOfRequest(found)) return lineAt(text, index);
    }
  }
  let before: { readonly index: number; readonly end: number } | undefined;
  for (const { 0: found, index } of text.matchAll(halfFrames)) {
    if (isOfRequest(found)) continue;
    if (before !== undefined && isNextLine(text.slice(before.end, index))) return lineAt(text, before.index);
    before = { index, end: index + found.length };
  }
  return undefined;
}

/** One line end, or two with a line between them. */
function isNextLine(between: string): boolean {
  const first = between.indexOf('\n');
  if (first < 0) return false;
  const second = between.indexOf('\n', first + 1);
  return second < 0 || between.indexOf('\n', second + 1) < 0;
}

/** The line around a frame, bounded on both sides: it may be as long as the body. */
function lineAt(text: string, index: number): string {
  const begin = text.lastIndexOf('\n', index - 1) + 1;
  const from = Math.max(begin, index - 100);
  const end = text.indexOf('\n', from + 1);
  const line = text.slice(from, Math.min(end < 0 ? text.length : end, from + 200)).trim();
  return from > begin ? `…${line}` : line;
}

/** A frame as an object: of which file, of which line, and something that only code has. */
function frameInJson(json: unknown): string | undefined {
  for (const value of valuesInside(json)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const members = new Map(
      Object.entries(value).map(([name, inner]: [string, unknown]) => [
        name.toLowerCase().replace(/[^a-z]/g, ''),
        inner,
      ]),
    );
    const anyOf = (names: readonly string[]): unknown => names.map((name) => members.get(name)).find((one) => one);
    const file = anyOf(frameMembers.file);
    const line = anyOf(frameMembers.line);
    const isFrame = typeof file === 'string' && sourceFile.test(file) && /^-?\d{1,7}$/.test(String(line));
    if (isFrame && anyOf(frameMembers.code) !== undefined) return `${file}, line ${String(line)}`;
  }
  return undefined;
}
