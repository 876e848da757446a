/** The longest common subsequence of two sequences as blocks that are the same or differ. Bounded in time and memory. */
import { diffArrays } from 'diff';

export interface DiffBlock {
  readonly kind: 'same' | 'differs';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Beyond this many items that only one side has, all is told as one block that differs: correct, only less fine. */
const maxEditLength = 1_500;

/** Blocks in order; joining `left` of all gives the left sequence again, and so for `right`. */
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
