/** Lays rows out in columns of equal width. */

/** Each cell but the last of a row is padded to the widest of its column; two blanks between columns. */
export function layOut(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) => row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)))
    .map((cells) => `${indent}${cells.join('  ')}`.trimEnd())
    .join('\n');
}
