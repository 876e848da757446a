/** Tables of the generated pages in Markdown. Pure. */

/** Cells are Markdown already; a text goes through `plainCell` or `codeCell` first. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text of ours as a cell: no character of it ends the cell or the row, or becomes markup. */
export function plainCell(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, (character) => `\\${character}`).replace(/\r?\n/g, ' ');
}

/** An id as a cell, in the type face of code. */
export function codeCell(id: string): string {
  return `\`${id.replaceAll('|', '\\|')}\``;
}
