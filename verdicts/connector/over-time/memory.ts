/**
 * What is remembered from one request to the next: fingerprints and no texts, so that hundreds of thousands of them take some
 * tens of megabytes, and a map that forgets.
 */
import { createHash } from 'node:crypto';

/** 128 bits of SHA-256: two texts share them by chance less often than a disk fails. */
export function fingerprint(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The lengths in front keep two divisions of one text apart.
  for (const piece of pieces) hash.update(`${piece.length}:`).update(piece);
  // From the bytes: a piece of a longer text would keep the whole of it in memory.
  return hash.digest().toString('base64', 0, 16);
}

/** Forgets its oldest entry when it is full: what a hostile or wrong connector sends costs bounded memory. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** The entry becomes the newest one. */
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    if (this.#entries.size >= this.#most) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    this.#entries.set(key, value);
  }

  values(): Iterable<Value> {
    return this.#entries.values();
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
