/** Cuts the bytes that a service sends over one connection into answers, each to the request that is next in line. */
import type { AnswerHead } from '../../wire/http/answer-head.js';
import { ByteQueue } from '../../wire/http/byte-queue.js';
import { AnswerReader, type ReadResult } from '../sender/answer-reader.js';
import { defaultLimits } from '../sender/options.js';

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

/** How many informational answers come is between the service and its client. */
const limits = { ...defaultLimits, informationalAnswers: Number.POSITIVE_INFINITY };

export class AnswerSequence {
  readonly #options: AnswerSequenceOptions;
  readonly #queue = new ByteQueue();
  #reader: AnswerReader;
  #lost = false;

  constructor(options: AnswerSequenceOptions) {
    this.#options = options;
    this.#reader = this.#nextReader();
  }

  push(chunk: Buffer): void {
    if (this.#lost) return;
    this.#queue.push(chunk);
    while (!this.#lost && this.#queue.length > 0 && this.#take(this.#reader.read()));
  }

  /** The service closed its side. */
  end(): void {
    if (!this.#lost && this.#reader.begun) this.#take(this.#reader.end());
  }

  /** Whether a whole answer came. */
  #take(result: ReadResult | undefined): boolean {
    if (result?.kind === 'answer' && result.answer.status !== 101) {
      this.#reader = this.#nextReader();
      const { body, truncated, codings, ...head } = result.answer;
      this.#options.onAnswer({ head, body, bodyCut: truncated, codings });
      return true;
    }
    if (result === undefined) return false;
    this.#lost = true;
    this.#options.onLost(`the service ${result.kind === 'failure' ? result.message : 'switched to another protocol'}`);
    return false;
  }

  #nextReader(): AnswerReader {
    return new AnswerReader(this.#options.nextMethod, limits, this.#queue);
  }
}
