/** Escapes text for what it is written into: XML, Markdown, a quotation in a message. */
import { clip, clipped } from './clip.js';
import { visibleLines, visibleText } from './visible.js';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['\n', '&#10;'],
]);

/**
 * Text that is safe inside an element or a quoted attribute. XML 1.0 cannot carry most control characters and lone
 * surrogates, not even escaped, so hidden characters are replaced by labels; line feeds stay line feeds.
 */
export function escapeXml(text: string): string {
  return visibleLines(text).replace(/[&<>"'\n]/g, (character) => entities.get(character) ?? '');
}

const markdownLimit = 500;

/**
 * One line of plain text, bounded, in which nothing can start mark-up, HTML, a link, a mention, a formula or a table
 * cell. Every character that Markdown or HTML could act on becomes a numeric reference, which no dialect takes for
 * structure, also not inside a table.
 */
export function escapeMarkdown(text: string): string {
  const reference = (character: string) => `&#${character.codePointAt(0) ?? 0};`;
  return visibleText(clipped(text, markdownLimit))
    .replace(/[^\p{L}\p{M}\p{N} ,;.?/%'’“”…›⟨⟩–-]/gu, reference)
    .replace(/(?<=\bwww)\./gi, reference)
    .replace(/^[ \d.-]/, reference);
}

/** The same in the type face of code. */
export function markdownCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** A bounded text in JSON's quotes, with escapes also for what JSON leaves alone but a terminal acts on or hides. */
export function quoted(text: string, limit = 200): string {
  const short = clip(text, limit);
  return JSON.stringify(short.cut ? `${short.text}...` : text).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
