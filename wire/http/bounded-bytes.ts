/** A body as it grows, up to a bound. */

export class BoundedBytes {
  readonly #limit: number;
  readonly #pieces: Uint8Array[] = [];
  #length = 0;
  #cut = false;

  /** @param limit bytes kept; what comes after is dropped. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** True once more came than is kept. */
  get cut(): boolean {
    return this.#cut;
  }

  add(piece: Uint8Array): void {
    const room = this.#limit - this.#length;
    if (piece.length > room) this.#cut = true;
    const kept = piece.length > room ? piece.subarray(0, room) : piece;
    if (kept.length > 0) this.#pieces.push(kept);
    this.#length += kept.length;
  }

  /** All that was kept, in a buffer of its own. */
  bytes(): Buffer {
    return Buffer.concat(this.#pieces, this.#length);
  }
}
