/** Cuts the bytes that a service sends over one connection into answers, each to the request that is next in line. */
import { type AnswerHead, framingOf, listOf, parseHead, transferCodings } from '../../wire/http/answer-head.js';
import { BoundedBytes } from '../../wire/http/bounded-bytes.js';
import { ByteQueue } from '../../wire/http/byte-queue.js';
import { ChunkedBody } from '../../wire/http/chunked-body.js';

export interface SequencedAnswer {
  readonly head: AnswerHead;
  /** Transfer coding removed, content coding left on. */
  readonly body: Buffer;
  readonly bodyCut: boolean;
  readonly codings: readonly string[];
}

export interface AnswerSequenceOptions {
  /** Method of the request that the next answer is for; undefined when none is waiting. */
  readonly nextMethod: () => string | undefined;
  readonly onAnswer: (answer: SequencedAnswer) => void;
  /** What came cannot be read: nothing more is told of this connection. */
  readonly onLost: (why: string) => void;
}

const mostHeadBytes = 64 * 1024;
const mostBodyBytes = 1024 * 1024;

interface Current {
  readonly head: AnswerHead;
  readonly body: BoundedBytes;
  readonly chunked?: ChunkedBody;
  /** Bytes to come; undefined when the connection's end is the body's end. */
  left: number | undefined;
}

export class AnswerSequence {
  readonly #options: AnswerSequenceOptions;
  readonly #queue = new ByteQueue();
  #lines: string[] = [];
  #headBytes = 0;
  #current: Current | undefined;
  #lost = false;

  constructor(options: AnswerSequenceOptions) {
    this.#options = options;
  }

  push(chunk: Buffer): void {
    if (this.#lost) return;
    this.#queue.push(chunk);
    while (
      !this.#lost &&
      this.#queue.length > 0 &&
      (this.#current === undefined ? this.#readHead() : this.#readBody(this.#current))
    );
  }

  /** The service closed its side. */
  end(): void {
    const current = this.#current;
    if (this.#lost || current === undefined) return;
    if (current.left === undefined && current.chunked === undefined) this.#finish(current);
    else this.#lose('the service closed the connection in the middle of an answer');
  }

  #readHead(): boolean {
    const line = this.#queue.takeLine();
    this.#headBytes += line === undefined ? 0 : line.length + 2;
    if (this.#headBytes + (line === undefined ? this.#queue.length : 0) > mostHeadBytes) {
      return this.#lose('the service sent a header section that is too long');
    }
    if (line === undefined) return false;
    if (line !== '') {
      this.#lines.push(line);
      return true;
    }
    if (this.#lines.length === 0) return true;
    const head = parseHead(this.#lines);
    this.#lines = [];
    this.#headBytes = 0;
    if ('malformed' in head) return this.#lose(`the service ${head.malformed}`);
    if (head.status < 200 && head.status !== 101) return true;
    const method = this.#options.nextMethod();
    if (method === undefined) return this.#lose('the service sent an answer that nobody asked for');
    const framing = head.status === 101 ? { malformed: 'switched to another protocol' } : framingOf(head, method);
    if ('malformed' in framing) return this.#lose(`the service ${framing.malformed}`);
    const body = new BoundedBytes(mostBodyBytes);
    const current: Current = {
      head,
      body,
      ...(framing.kind === 'chunked' ? { chunked: new ChunkedBody(body, mostHeadBytes) } : {}),
      left: framing.kind === 'length' ? framing.bytes : framing.kind === 'none' ? 0 : undefined,
    };
    this.#current = current;
    if (current.left === 0) this.#finish(current);
    return true;
  }

  #readBody(current: Current): boolean {
    if (current.chunked !== undefined) {
      const state = current.chunked.read(this.#queue);
      if (state === 'done') return this.#finish(current);
      // The end of a chunked body can only be found by reading all of it, and that is not worth its weight.
      if (current.body.cut) return this.#lose('an answer is longer than what is read of it');
      return state === 'more' ? false : this.#lose('the service sent a chunked body that breaks its own framing');
    }
    const piece = this.#queue.take(current.left ?? this.#queue.length);
    current.body.add(piece);
    if (current.left !== undefined) {
      current.left -= piece.length;
      if (current.left === 0) return this.#finish(current);
    }
    return true;
  }

  #finish({ head, body }: Current): boolean {
    this.#current = undefined;
    const codings = [
      ...listOf(head.fields, 'content-encoding'),
      ...transferCodings(head).filter((coding) => coding !== 'chunked'),
    ];
    this.#options.onAnswer({ head, body: body.bytes(), bodyCut: body.cut, codings });
    return true;
  }

  #lose(why: string): boolean {
    this.#lost = true;
    this.#options.onLost(why);
    return false;
  }
}
