/** Reads one HTTP/1.1 answer from bytes as they come, in whatever pieces; every part that is kept of it is bounded. */
import type { FailureKind } from '../../wire/exchange.js';
import {
  type AnswerHead,
  type Framing,
  framingOf,
  keepsConnection,
  listOf,
  parseHead,
  transferCodings,
} from '../../wire/http/answer-head.js';
import { BoundedBytes } from '../../wire/http/bounded-bytes.js';
import { ByteQueue } from '../../wire/http/byte-queue.js';
import { ChunkedBody } from '../../wire/http/chunked-body.js';
import type { Limits } from './options.js';

/** An answer whose body still has its codings. */
export interface CodedAnswer extends AnswerHead {
  readonly body: Buffer;
  readonly truncated: boolean;
  /** Codings of the body in the order in which they were put on. */
  readonly codings: readonly string[];
}

export type ReadResult =
  | { readonly kind: 'answer'; readonly answer: CodedAnswer; readonly reusable: boolean }
  /** `message` is the end of a sentence that begins with the service's name. */
  | { readonly kind: 'failure'; readonly failure: FailureKind; readonly message: string };

const failed = (failure: FailureKind, message: string): ReadResult => ({ kind: 'failure', failure, message });

export class AnswerReader {
  readonly #method: () => string | undefined;
  readonly #limits: Limits;
  readonly #queue: ByteQueue;
  readonly #readsOn: boolean;
  readonly #body: BoundedBytes;
  readonly #chunked: ChunkedBody;
  #lines: string[] = [];
  #headBytes = 0;
  #informational = 0;
  #received = 0;
  #head: AnswerHead | undefined;
  #framing: Framing = { kind: 'none' };
  /** Bytes to come of a body whose length was announced. */
  #bodyLeft: number | undefined;

  /**
   * @param method of the request, since an answer to HEAD has no body; asked for when the head of the answer is there,
   * undefined when nobody waits for one.
   * @param queue holds what came of several answers, of which this is the next: a body is read to its end, though no more of
   * it is kept. Without it the reading ends where the bound is.
   */
  constructor(method: () => string | undefined, limits: Limits, queue?: ByteQueue) {
    this.#method = method;
    this.#limits = limits;
    this.#queue = queue ?? new ByteQueue();
    this.#readsOn = queue !== undefined;
    this.#body = new BoundedBytes(limits.bodyBytes);
    this.#chunked = new ChunkedBody(this.#body, limits.headBytes);
  }

  /** Bytes received so far, those of informational answers included. */
  get received(): number {
    return this.#received;
  }

  /** Whether a byte of an answer came that is not a finished informational one. */
  get begun(): boolean {
    return this.#head !== undefined || this.#lines.length > 0 || this.#queue.length > 0;
  }

  /** Takes the next bytes; a result ends the reading. */
  push(chunk: Buffer): ReadResult | undefined {
    this.#received += chunk.length;
    this.#queue.push(chunk);
    return this.read();
  }

  /** Reads what is in the queue. */
  read(): ReadResult | undefined {
    return (this.#head === undefined ? this.#readHeads() : undefined) ?? (this.#head && this.#readBody(this.#head));
  }

  /** The service closed its side in good order. */
  end(): ReadResult {
    if (this.#head !== undefined && this.#framing.kind === 'close') return this.#finish(this.#head, false);
    if (this.#received === 0 && !this.begun)
      return failed('closed-early', 'closed the connection before a byte of the answer came');
    return this.#head === undefined
      ? failed('closed-early', 'closed the connection in the middle of the header section')
      : failed('cut-answer', 'closed the connection in the middle of the body');
  }

  #readHeads(): ReadResult | undefined {
    while (this.#head === undefined) {
      if (this.#lines.length === 0) {
        this.#skipBlankLines();
        // Said at once: whatever speaks another protocol may never send the line feed that would end a status line.
        if (!this.#queue.mayStartWith('HTTP/1.')) return failed('not-http', 'sent something other than HTTP/1.1');
      }
      const line = this.#queue.takeLine();
      this.#headBytes += line === undefined ? 0 : line.length + 2;
      if (this.#headBytes + (line === undefined ? this.#queue.length : 0) > this.#limits.headBytes) {
        return failed('answer-too-large', `sent a header section of more than ${this.#limits.headBytes} bytes`);
      }
      if (line === undefined) return undefined;
      if (line !== '') this.#lines.push(line);
      else {
        const result = this.#takeHead();
        if (result !== undefined) return result;
      }
    }
    return undefined;
  }

  /** Some servers end the answer before with a line too many; the bound of the header section holds for these too. */
  #skipBlankLines(): void {
    for (let byte = this.#queue.peek(); byte === 13 || byte === 10; byte = this.#queue.peek()) {
      this.#queue.take(1);
      this.#headBytes += 1;
    }
  }

  #takeHead(): ReadResult | undefined {
    const head = parseHead(this.#lines);
    this.#lines = [];
    this.#headBytes = 0;
    if ('malformed' in head) return failed('malformed-answer', head.malformed);
    if (head.status < 200 && head.status !== 101) {
      this.#informational += 1;
      if (this.#informational <= this.#limits.informationalAnswers) return undefined;
      return failed('malformed-answer', `sent more than ${this.#limits.informationalAnswers} informational answers`);
    }
    const method = this.#method();
    if (method === undefined) return failed('malformed-answer', 'sent an answer that nobody asked for');
    const framing = framingOf(head, method);
    if ('malformed' in framing) return failed('malformed-answer', framing.malformed);
    this.#head = head;
    this.#framing = framing;
    return undefined;
  }

  #readBody(head: AnswerHead): ReadResult | undefined {
    const framing = this.#framing;
    let done = framing.kind === 'none';
    if (framing.kind === 'chunked') {
      const state = this.#chunked.read(this.#queue);
      if (state === 'malformed') return failed('malformed-answer', 'sent a chunked body that breaks its own framing');
      if (state === 'too-large') {
        return failed('answer-too-large', `sent trailers of more than ${this.#limits.headBytes} bytes`);
      }
      done = state === 'done';
    } else if (framing.kind === 'length') {
      // Nothing beyond the announced length is touched, so that leftover bytes show below.
      this.#bodyLeft ??= framing.bytes;
      const piece = this.#queue.take(this.#bodyLeft);
      this.#bodyLeft -= piece.length;
      this.#body.add(piece);
      done = this.#bodyLeft === 0;
    } else if (framing.kind === 'close') {
      this.#body.add(this.#queue.take(this.#queue.length));
    }
    if (this.#body.cut && !this.#readsOn) return this.#finish(head, false);
    // The end of a chunked body can only be found by reading all of it, and that is not worth its weight.
    if (this.#body.cut && framing.kind === 'chunked') {
      return failed('answer-too-large', `sent a chunked body of more than ${this.#limits.bodyBytes} bytes`);
    }
    return done ? this.#finish(head, keepsConnection(head, framing) && this.#queue.length === 0) : undefined;
  }

  #finish(head: AnswerHead, reusable: boolean): ReadResult {
    const codings = [
      ...listOf(head.fields, 'content-encoding'),
      ...transferCodings(head).filter((coding) => coding !== 'chunked'),
    ];
    return {
      kind: 'answer',
      answer: { ...head, body: this.#body.bytes(), truncated: this.#body.cut, codings },
      reusable,
    };
  }
}
