/** A generated block in a page that people write: what stands between its two markers belongs to the generator. Pure. */

/**
 * The page with the text of one block replaced. A page without the block gets it at its end, so that a marker lost in
 * an edit shows as a stale file instead of a table that is never renewed.
 *
 * @param name of the block, letters and hyphens: it opens with `<!-- generated: levels -->`.
 */
export function withBlock(page: string, name: string, text: string): string {
  const opening = `<!-- generated: ${name} -->`;
  const closing = `<!-- end of generated: ${name} -->`;
  const block = `${opening}\n${text.trim()}\n${closing}`;
  const to = page.indexOf(closing);
  // The last one before the end: behind an opening that lost its end stands what people wrote.
  const from = to < 0 ? -1 : page.lastIndexOf(opening, to);
  if (from >= 0) return page.slice(0, from) + block + page.slice(to + closing.length);
  const before = page.trimEnd();
  return `${before === '' ? '' : `${before}\n\n`}${block}\n`;
}
