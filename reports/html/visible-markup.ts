/** Shows text from a run record: escaped, hidden characters labelled, right-to-left runs isolated. */

import { clip } from '../../text/clip.js';
import { plural } from '../../text/format.js';
import type { DiffPiece } from '../../text/line-diff.js';
import { type Blanks, segments } from '../../text/visible.js';
import { html, type Markup } from './markup.js';

/** Bound for one value inside a sentence. */
const valueLimit = 2_000;

/** Text in which nothing can hide, unbounded: for callers that have cut it already. */
export function visible(text: string, blanks: Blanks = 'trailing'): Markup {
  const parts = segments(text, blanks).map((segment) => {
    if (segment.kind === 'hidden') return html`<span class="unseen">${segment.text}</span>`;
    if (segment.kind === 'right-to-left') return html`<bdi>${segment.text}</bdi>`;
    return segment.text;
  });
  return html`${parts}`;
}

/** A value or sentence of the record: bounded, isolated from the text around it. */
export function value(text: string, limit = valueLimit): Markup {
  const short = clip(text, limit);
  const word = short.cut ? html` <span class="note">… cut, ${text.length} characters in all</span>` : undefined;
  return html`<bdi>${visible(short.text)}${word}</bdi>`;
}

/** A value as code. A path-like one may break after each slash. */
export function code(text: string): Markup {
  const parts = clip(text, valueLimit)
    .text.split('/')
    .map((part, index) => (index === 0 ? visible(part) : html`/<wbr>${visible(part)}`));
  return html`<code>${parts}</code>`;
}

/** What a section leaves to the record; nothing where it shows all. @param noun with its `more`: `more step`. */
export function moreInRecord(count: number, noun: string): Markup | undefined {
  return count > 0 ? html`<p class="note">${plural(count, noun)} in run.json.</p>` : undefined;
}

/** Pieces of a line, those that differ marked and with every blank in them shown. */
export function marked(pieces: readonly DiffPiece[]): Markup {
  const parts = pieces.map((piece, index) => {
    if (!piece.changed) return visible(piece.text, index === pieces.length - 1 ? 'trailing' : 'none');
    const inside = piece.text === '' ? html`<span class="unseen">nothing</span>` : visible(piece.text, 'all');
    return html`<mark>${inside}</mark>`;
  });
  return html`${parts}`;
}
