/** The longest common subsequence of two sequences as blocks that are the same or differ. Bounded in time and memory. */

export interface DiffBlock {
  readonly kind: 'same' | 'differs';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Beyond this many comparisons the middle is told as one block that differs: correct, only less fine. */
const maxComparisons = 400_000;

/** Blocks in order; joining `left` of all gives the left sequence again, and so for `right`. */
export function diffSequences(left: readonly string[], right: readonly string[]): readonly DiffBlock[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const blocks = new Blocks();
  blocks.same(left.slice(0, start));
  diffMiddle(left.slice(start, leftEnd), right.slice(start, rightEnd), blocks);
  blocks.same(left.slice(leftEnd));
  return blocks.finish();
}

function diffMiddle(left: readonly string[], right: readonly string[], blocks: Blocks): void {
  const width = right.length + 1;
  if (left.length * right.length > maxComparisons) {
    blocks.differs(left, right);
    return;
  }
  // lengths[i * width + j] is the length of the longest common subsequence of left from i and right from j.
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const longest = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      lengths[i * width + j] = longest;
    }
  }
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      blocks.same(left.slice(i, i + 1));
      i += 1;
      j += 1;
    } else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) {
      blocks.differs(left.slice(i, i + 1), []);
      i += 1;
    } else {
      blocks.differs([], right.slice(j, j + 1));
      j += 1;
    }
  }
}

/** Gathers single steps into the longest possible blocks. */
class Blocks {
  readonly #blocks: DiffBlock[] = [];
  #left: string[] = [];
  #right: string[] = [];
  #kind: DiffBlock['kind'] = 'same';

  same(items: readonly string[]): void {
    this.#turn('same');
    this.#left.push(...items);
    this.#right.push(...items);
  }

  differs(left: readonly string[], right: readonly string[]): void {
    this.#turn('differs');
    this.#left.push(...left);
    this.#right.push(...right);
  }

  finish(): readonly DiffBlock[] {
    this.#turn(this.#kind === 'same' ? 'differs' : 'same');
    return this.#blocks;
  }

  #turn(kind: DiffBlock['kind']): void {
    if (kind === this.#kind) return;
    if (this.#left.length > 0 || this.#right.length > 0) {
      this.#blocks.push({ kind: this.#kind, left: this.#left, right: this.#right });
    }
    this.#left = [];
    this.#right = [];
    this.#kind = kind;
  }
}
