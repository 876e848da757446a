/** Compares two texts line by line and within the line, so that a report can mark what differs and nothing more. */
import { diffArrays } from 'diff';

export interface DiffPiece {
  readonly text: string;
  readonly changed: boolean;
}

export interface DiffLine {
  readonly changed: boolean;
  /** The line in order; a changed piece with empty text stands where the other side has more. */
  readonly pieces: readonly DiffPiece[];
  /** The line that it was compared with; absent when the other side has no such line. */
  readonly other?: string;
}

export interface LineDiff {
  readonly left: readonly DiffLine[];
  readonly right: readonly DiffLine[];
}

/** A minimal diff of two lists of lines; lines that differ are paired in order and compared within. */
export function diffLines(left: readonly string[], right: readonly string[]): LineDiff {
  const leftLines: DiffLine[] = [];
  const rightLines: DiffLine[] = [];
  for (const block of diffSequences(left, right)) {
    if (block.kind === 'same') {
      for (const text of block.left) {
        leftLines.push({ changed: false, pieces: [{ text, changed: false }] });
        rightLines.push({ changed: false, pieces: [{ text, changed: false }] });
      }
      continue;
    }
    for (const [index, text] of block.left.entries()) leftLines.push(changedLine(text, block.right[index]));
    for (const [index, text] of block.right.entries()) rightLines.push(changedLine(text, block.left[index]));
  }
  return { left: leftLines, right: rightLines };
}

/** The pieces of a text beside another one, those that the other lacks marked. */
export function diffPieces(text: string, other: string): readonly DiffPiece[] {
  const pieces: DiffPiece[] = [];
  for (const block of diffSequences(tokens(text), tokens(other))) {
    const mine = block.left.join('');
    if (block.kind === 'same') pieces.push({ text: mine, changed: false });
    else pieces.push(...trimmed(mine, block.right.join('')));
  }
  return pieces;
}

function changedLine(text: string, other: string | undefined): DiffLine {
  if (other === undefined) return { changed: true, pieces: [{ text, changed: true }] };
  return { changed: true, pieces: diffPieces(text, other), other };
}

/** Words stay whole for the comparison, so that chance matches of single letters do not shred a value. */
function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|./gsu) ?? [];
}

/** A replaced piece without the beginning and end that both sides share, whole code points only. */
function trimmed(mine: string, other: string): readonly DiffPiece[] {
  const a = Array.from(mine);
  const b = Array.from(other);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [
    { text: a.slice(0, start).join(''), changed: false },
    { text: a.slice(start, a.length - end).join(''), changed: true },
    { text: a.slice(a.length - end).join(''), changed: false },
  ].filter((piece) => piece.changed || piece.text !== '');
}

interface DiffBlock {
  readonly kind: 'same' | 'differs';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Beyond this many items that only one side has, all is told as one block that differs: correct, only less fine. */
const maxEditLength = 1_500;

/** The longest common subsequence as blocks in order; joining `left` of all gives the left sequence again, and so for `right`. */
export function diffSequences(left: readonly string[], right: readonly string[]): readonly DiffBlock[] {
  const changes = diffArrays([...left], [...right], { maxEditLength });
  if (changes === undefined) return [{ kind: 'differs', left, right }];
  const blocks: DiffBlock[] = [];
  for (const { added, removed, value } of changes) {
    const last = blocks.at(-1);
    const block = { left: added ? [] : value, right: removed ? [] : value };
    // What was taken out and what came in its place are one block.
    if (!added && !removed) blocks.push({ kind: 'same', ...block });
    else if (last?.kind !== 'differs') blocks.push({ kind: 'differs', ...block });
    else {
      blocks[blocks.length - 1] = {
        kind: 'differs',
        left: [...last.left, ...block.left],
        right: [...last.right, ...block.right],
      };
    }
  }
  return blocks;
}
