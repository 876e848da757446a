/** The chunked transfer coding (RFC 9112, section 7.1): chunks with extensions, trailers, both bounded. What can be read all the same is told. */
import type { BoundedBytes } from './bounded-bytes.js';
import type { ByteQueue } from './byte-queue.js';

/** Longest chunk line, extensions included. */
const maxLineBytes = 8 * 1024;
const trailerLine = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+:/;
/** Read leniently, and as a sender is to write it. */
const chunkLine = /^([0-9a-f]{1,16})[ \t]*(?:;.*)?$/i;
const extension = /[ \t]*;[ \t]*[\w!#$%&'*+\-.^`|~]+(?:[ \t]*=[ \t]*(?:[\w!#$%&'*+\-.^`|~]+|"(?:[^"\\]|\\.)*"))?/;
const exactChunkLine = new RegExp(`^[0-9a-f]+(?:${extension.source})*$`, 'i');

const bareLineFeed = 'a line of the chunked body ends in a line feed alone, without a carriage return';

export type ChunkedState = 'more' | 'done' | 'malformed' | 'too-large';

export class ChunkedBody {
  readonly #body: BoundedBytes;
  readonly #maxTrailerBytes: number;
  #expects: 'size' | 'data' | 'data-end' | 'trailer' = 'size';
  #left = 0;
  #trailerBytes = 0;
  #oddity: string | undefined;

  constructor(body: BoundedBytes, maxTrailerBytes: number) {
    this.#body = body;
    this.#maxTrailerBytes = maxTrailerBytes;
  }

  /** What a sender may not write though the chunks can be read, in plain words. */
  get oddity(): string | undefined {
    return this.#oddity;
  }

  /** Reads on as far as the queue goes, or until the body is cut by its bound. */
  read(queue: ByteQueue): ChunkedState {
    while (!this.#body.cut) {
      const state = this.#step(queue);
      if (state !== 'on') return state;
    }
    return 'more';
  }

  #step(queue: ByteQueue): ChunkedState | 'on' {
    switch (this.#expects) {
      case 'size':
        return this.#readSize(queue);
      case 'data': {
        if (queue.length === 0) return 'more';
        const piece = queue.take(this.#left);
        this.#body.add(piece);
        this.#left -= piece.length;
        if (this.#left === 0) this.#expects = 'data-end';
        return 'on';
      }
      case 'data-end': {
        const first = queue.peek();
        if (first === undefined || (first === 13 && queue.length < 2)) return 'more';
        if (queue.take(first === 13 ? 2 : 1).at(-1) !== 10) return 'malformed';
        if (first !== 13) this.#oddity = bareLineFeed;
        this.#expects = 'size';
        return 'on';
      }
      case 'trailer': {
        const line = this.#takeLine(queue);
        this.#trailerBytes += line?.length ?? 0;
        if (this.#trailerBytes + (line === undefined ? queue.length : 0) > this.#maxTrailerBytes) return 'too-large';
        if (line === undefined) return 'more';
        if (line !== '' && !trailerLine.test(line)) this.#oddity = 'a line of the trailers is no field';
        return line === '' ? 'done' : 'on';
      }
    }
  }

  #takeLine(queue: ByteQueue): string | undefined {
    const line = queue.takeRawLine();
    if (line !== undefined && !line.endsWith('\r\n')) this.#oddity = bareLineFeed;
    return line?.replace(/\r?\n$/, '');
  }

  #readSize(queue: ByteQueue): ChunkedState | 'on' {
    const line = this.#takeLine(queue);
    if (line === undefined) return queue.length > maxLineBytes ? 'malformed' : 'more';
    const size = line.length > maxLineBytes ? undefined : chunkLine.exec(line)?.[1];
    if (size === undefined) return 'malformed';
    if (!exactChunkLine.test(line)) this.#oddity = 'behind the size of a chunk stands what is no extension';
    // A size beyond what numbers hold exactly is beyond every bound too: the body is cut long before it matters.
    this.#left = Number.parseInt(size, 16);
    this.#expects = this.#left === 0 ? 'trailer' : 'data';
    return 'on';
  }
}
