/**
 * Remembers hundreds of thousands of texts in little memory: 128 bits of a hash and a number for each, in one typed array
 * (20 bytes a text, half of the room free). Two texts share 128 bits by chance less often than a disk fails.
 */
import { createHash } from 'node:crypto';

const words = 5;
const firstCapacity = 1024;

/** 128 bits of SHA-256, as hexadecimal digits: the key of a map of few entries. */
export function fingerprint(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The lengths in front keep two divisions of one text apart.
  for (const piece of pieces) hash.update(`${piece.length}:`).update(piece);
  return hash.digest('hex').slice(0, 32);
}

/** Takes fingerprints only: a text that someone else chose, as a GUID with the time in front, would fill one place of the room. */
export class Fingerprints {
  #slots = new Uint32Array(firstCapacity * words);
  #capacity = firstCapacity;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Remembers a fingerprint with a number above zero; the number that it was remembered with before, or undefined. */
  remember(print: string, number: number): number | undefined {
    if (this.#size * 2 >= this.#capacity) this.#grow();
    const known = this.#put(piecesOf(print), number);
    if (known === undefined) this.#size += 1;
    return known;
  }

  has(print: string): boolean {
    const pieces = piecesOf(print);
    return this.#slots[this.#slotOf(pieces) + 4] !== 0;
  }

  /** Where the fingerprint is, or the free slot where it would be put. */
  #slotOf([a, b, c, d]: Pieces): number {
    for (let slot = a % this.#capacity; ; slot = (slot + 1) % this.#capacity) {
      const at = slot * words;
      if (this.#slots[at + 4] === 0) return at;
      const same =
        this.#slots[at] === a && this.#slots[at + 1] === b && this.#slots[at + 2] === c && this.#slots[at + 3] === d;
      if (same) return at;
    }
  }

  #put(pieces: Pieces, number: number): number | undefined {
    const at = this.#slotOf(pieces);
    const known = this.#slots[at + 4];
    if (known !== undefined && known !== 0) return known;
    this.#slots.set([...pieces, number], at);
    return undefined;
  }

  #grow(): void {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Uint32Array(this.#capacity * words);
    for (let at = 0; at < old.length; at += words) {
      const [a = 0, b = 0, c = 0, d = 0, number = 0] = old.subarray(at, at + words);
      if (number !== 0) this.#put([a, b, c, d], number);
    }
  }
}

type Pieces = readonly [a: number, b: number, c: number, d: number];

function piecesOf(print: string): Pieces {
  const piece = (from: number): number => Number.parseInt(print.slice(from, from + 8), 16) >>> 0;
  return [piece(0), piece(8), piece(16), piece(24)];
}
