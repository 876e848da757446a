/**
 * Finds in a text every run that shares a window of 12 characters with one of many spellings, in any case of ASCII
 * letters. One pass with a rolling hash whatever the number of spellings; only hits of a bit table are looked up.
 */
import { windowLength } from './spellings.js';
import type { View } from './views.js';

const tableBits = 21;
const factor = 0x01000193;
/** `factor` to the power of the window's length: the weight of the character that leaves the window. */
const leaving = Array.from({ length: windowLength }).reduce<number>((power) => Math.imul(power, factor), 1);

const foldCode = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
const fold = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - tableBits);

/** Where a secret is in a text; the end is the first place after it. */
export type Run = readonly [from: number, to: number];

export class WindowIndex {
  readonly #windows = new Set<string>();
  readonly #table = new Uint8Array(2 ** (tableBits - 3));
  /** Spellings too short for a window. */
  readonly #short = new Set<string>();

  add(spelling: string): void {
    const folded = fold(spelling);
    if (folded.length < windowLength) {
      if (folded !== '') this.#short.add(folded);
      return;
    }
    let hash = 0;
    for (let end = 1; end <= folded.length; end += 1) {
      hash = roll(hash, folded, end);
      if (end < windowLength) continue;
      this.#windows.add(folded.slice(end - windowLength, end));
      const slot = slotOf(hash);
      this.#table[slot >>> 3] = (this.#table[slot >>> 3] ?? 0) | (1 << (slot & 7));
    }
  }

  /** The runs found, as places in the original text; they may overlap when secrets of both kinds do. */
  find(view: View): readonly Run[] {
    const runs = this.#windows.size > 0 ? this.#findWindows(view.text) : [];
    if (this.#short.size > 0) for (const run of this.#findShort(view.text)) runs.push(run);
    return runs.map(([from, to]): Run => [view.origin(from), view.origin(to)]);
  }

  #findWindows(text: string): [number, number][] {
    const runs: [number, number][] = [];
    let run: [number, number] | undefined;
    let hash = 0;
    for (let end = 1; end <= text.length; end += 1) {
      hash = roll(hash, text, end);
      if (end < windowLength) continue;
      const slot = slotOf(hash);
      if (((this.#table[slot >>> 3] ?? 0) & (1 << (slot & 7))) === 0) continue;
      const from = end - windowLength;
      if (!this.#windows.has(fold(text.slice(from, end)))) continue;
      if (run !== undefined && from <= run[1]) run[1] = end;
      else {
        run = [from, end];
        runs.push(run);
      }
    }
    return runs;
  }

  #findShort(text: string): [number, number][] {
    const folded = fold(text);
    const runs: [number, number][] = [];
    for (const short of this.#short) {
      for (let from = folded.indexOf(short); from >= 0; from = folded.indexOf(short, from + short.length)) {
        runs.push([from, from + short.length]);
      }
    }
    return runs;
  }
}

/** The hash of the window that ends before `end`, from the hash of the window before it. */
function roll(hash: number, text: string, end: number): number {
  const entering = foldCode(text.charCodeAt(end - 1));
  const left = end > windowLength ? foldCode(text.charCodeAt(end - 1 - windowLength)) : 0;
  return (Math.imul(hash, factor) + entering - Math.imul(left, leaving)) | 0;
}
