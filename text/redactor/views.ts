/** A text as it reads once its escapes are undone, with the way back to where each character came from. */
import { escapesIn } from './escapes.js';

/** Escapes within escapes are followed this deep: JSON in a URL in a page. */
const maxDepth = 3;

export interface View {
  readonly text: string;
  /** Where in the original text the character at `index` begins; the text's length for the end. */
  origin(index: number): number;
}

/** The text itself, then one view for each layer of escapes that it has. */
export function* views(text: string): Generator<View> {
  let view: View | undefined = { text, origin: (index) => index };
  for (let depth = 0; view !== undefined && depth <= maxDepth; depth += 1) {
    yield view;
    view = unescaped(view);
  }
}

/** The next layer; undefined when nothing is escaped. */
function unescaped(outer: View): View | undefined {
  const pieces: string[] = [];
  /** From the character at `indexes[i]` on, the outer text runs along from `origins[i]` until the next entry. */
  const indexes = [0];
  const origins = [0];
  let length = 0;
  let read = 0;
  for (const { at, length: escaped, character } of escapesIn(outer.text)) {
    pieces.push(outer.text.slice(read, at), character);
    length += at - read + character.length;
    read = at + escaped;
    if (character.length !== escaped) {
      indexes.push(length);
      origins.push(read);
    }
  }
  if (read === 0) return undefined;
  pieces.push(outer.text.slice(read));
  return {
    text: pieces.join(''),
    origin(index) {
      const entry = lastAtMost(indexes, index);
      return outer.origin((origins[entry] ?? 0) + index - (indexes[entry] ?? 0));
    },
  };
}

/** Place of the last number in a rising list that is not above `limit`; the first is 0. */
function lastAtMost(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
