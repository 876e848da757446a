/** Escapes text for XML 1.0 elements and attributes. */
import { visibleText } from './visible.js';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/**
 * Text that is safe inside an element or a quoted attribute. XML 1.0 cannot carry most control characters and lone
 * surrogates, not even escaped, so hidden characters are replaced by labels; line feeds stay line feeds.
 */
export function escapeXml(text: string): string {
  return text
    .split('\n')
    .map((line) => visibleText(line).replace(/[&<>"']/g, (character) => entities.get(character) ?? ''))
    .join('&#10;');
}
