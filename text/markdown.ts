/** Escapes text for Markdown: nothing in it can start mark-up, HTML, a link, a mention, a formula or a table cell. */
import { clipped } from './clip.js';
import { visibleText } from './visible.js';

const limit = 500;

/**
 * One line of plain text, bounded. Every character that Markdown or HTML could act on becomes a numeric reference,
 * which no dialect takes for structure, also not inside a table.
 */
export function escapeMarkdown(text: string): string {
  return visibleText(clipped(text, limit))
    .replace(/[^\p{L}\p{M}\p{N} ,;.?/%'’“”…›⟨⟩–-]/gu, reference)
    .replace(/(?<=\bwww)\./gi, reference)
    .replace(/^[ \d.-]/, reference);
}

/** The same in the type face of code. */
export function markdownCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

function reference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
