/**
 * Makes visible what a text can hide: control characters, zero-width and bidi characters, odd blanks, unassigned code
 * points. What a service sends must neither vanish from a report nor reorder it. Knows no output format.
 */
import { withoutCiCommands } from './ci-commands.js';
import { codePointNumber } from './code-points.js';

export interface Segment {
  /**
   * `hidden`: `text` is a label that stands for characters nobody would see.
   * `right-to-left`: to be isolated, so that it cannot reorder its neighbours.
   */
  readonly kind: 'plain' | 'hidden' | 'right-to-left';
  readonly text: string;
}

/** Which plain spaces get a label: those at the end of the text (nobody sees them), all (in a difference), or none. */
export type Blanks = 'trailing' | 'all' | 'none';

/**
 * All of Unicode's "other" and "separator" categories (lone surrogates included), what a renderer may ignore, the
 * Braille blank, and combining marks beyond the fourth in a row, which would paint over the neighbourhood.
 */
const hidden = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]|(?<=\p{M}{4})\p{M}/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const scanner = new RegExp(
  `(?<hidden>(?:${hidden.source})+)|(?<rtl>(?:(?!${hidden.source})${rightToLeft.source})+(?: +(?:(?!${hidden.source})${rightToLeft.source})+)*)`,
  'gu',
);

/** Signs that common fonts have; the rest is told by code point. */
const pictures: ReadonlyMap<string, string> = new Map([
  [' ', '␣'],
  ['\t', '⇥'],
  ['\n', '⟨LF⟩'],
  ['\r', '⟨CR⟩'],
]);

/** Where a byte that is no UTF-8 hides in a text made by {@link bytesAsText}: U+DC80 to U+DCFF, never valid alone. */
const byteBase = 0xdc00;

/** Bytes that are not UTF-8 as a text: ASCII as it is, every other byte as a lone surrogate that is shown as `⟨0xE9⟩`. */
export function bytesAsText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : byteBase + byte)).join('');
}

/** Cuts a text into what can be shown as it is and labels for what cannot. */
export function segments(text: string, blanks: Blanks = 'trailing'): readonly Segment[] {
  const found: Segment[] = [];
  const end = blanks === 'all' ? 0 : blanks === 'none' ? text.length : endOfInk(text);
  const body = text.slice(0, end);
  let at = 0;
  for (const match of body.matchAll(scanner)) {
    push(found, 'plain', body.slice(at, match.index));
    if (match.groups?.hidden === undefined) push(found, 'right-to-left', match[0]);
    else push(found, 'hidden', labels(match[0]));
    at = match.index + match[0].length;
  }
  push(found, 'plain', body.slice(at));
  const rest = text.slice(end);
  if (blanks === 'trailing') push(found, 'hidden', labels(rest));
  else for (const piece of rest.split(/( +)/)) found.push(...spaced(piece));
  return found;
}

/**
 * A text with every hidden character replaced by its label, and no command to a CI system in it: for formats that have no
 * mark-up, which end up in the logs of such systems.
 */
export function visibleText(text: string): string {
  const pieces = segments(text).map((segment) => segment.text);
  return withoutCiCommands(pieces.join(''));
}

/** The same for a text of several lines, whose line feeds stay. */
export function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => visibleText(line))
    .join('\n');
}

/** Where the trailing blanks begin; a loop, because a pattern would take quadratic time on long runs. */
function endOfInk(text: string): number {
  let end = text.length;
  while (end > 0 && ' \r\n'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

function spaced(piece: string): readonly Segment[] {
  if (piece === '') return [];
  if (piece.startsWith(' ')) return [{ kind: 'hidden', text: labels(piece) }];
  return segments(piece);
}

function push(list: Segment[], kind: Segment['kind'], text: string): void {
  if (text !== '') list.push({ kind, text });
}

function labels(text: string): string {
  return Array.from(text, labelOf).join('');
}

function labelOf(character: string): string {
  const picture = pictures.get(character);
  if (picture !== undefined) return picture;
  const code = character.codePointAt(0) ?? 0;
  const isByte = code >= byteBase + 0x80 && code <= byteBase + 0xff;
  return isByte ? `⟨0x${(code - byteBase).toString(16).toUpperCase()}⟩` : `⟨${codePointNumber(code)}⟩`;
}
