/** Bytes that came and were not read yet, taken off line by line or in pieces. */

const lineFeed = 10;

export class ByteQueue {
  #bytes: Buffer = Buffer.alloc(0);
  /** How far the search for a line feed has come: bytes are looked at once, however they drip in. */
  #searched = 0;

  get length(): number {
    return this.#bytes.length;
  }

  push(chunk: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
  }

  /** The first byte, left in place. */
  peek(): number | undefined {
    return this.#bytes[0];
  }

  /** The next line without its CRLF or bare LF, as Latin-1 text; undefined when it is not whole yet. */
  takeLine(): string | undefined {
    return this.takeRawLine()?.replace(/\r?\n$/, '');
  }

  /** The next line with its CRLF or bare LF. */
  takeRawLine(): string | undefined {
    const end = this.#bytes.indexOf(lineFeed, this.#searched);
    if (end < 0) {
      this.#searched = this.#bytes.length;
      return undefined;
    }
    const line = this.#bytes.toString('latin1', 0, end + 1);
    this.take(end + 1);
    return line;
  }

  /** Up to `count` bytes from the front. */
  take(count: number): Buffer {
    const taken = this.#bytes.subarray(0, count);
    this.#bytes = this.#bytes.subarray(taken.length);
    this.#searched = 0;
    return taken;
  }

  /** Whether the bytes here can be the beginning of a text that starts with `text`. */
  mayStartWith(text: string): boolean {
    const length = Math.min(text.length, this.#bytes.length);
    return this.#bytes.toString('latin1', 0, length) === text.slice(0, length);
  }
}
