/** One message and its answer on one connection: writing, reading and the time-outs of every phase. */
import type { Socket } from 'node:net';
import type { TransportFailure } from '../../wire/exchange.js';
import { AnswerReader, type CodedAnswer, type ReadResult } from './answer-reader.js';
import { brokenFailure, failure } from './failure.js';
import type { Message } from './message.js';
import type { Limits, Timeouts } from './options.js';

export type Outcome =
  | { readonly kind: 'answered'; readonly answer: CodedAnswer; readonly reusable: boolean }
  /** `unanswered` when the connection went away before one byte came back. */
  | { readonly kind: 'failed'; readonly failure: TransportFailure; readonly unanswered: boolean };

export interface CarriageOptions {
  /** `host:port`. */
  readonly label: string;
  readonly timeouts: Timeouts;
  readonly limits: Limits;
  /** Bytes at the end of the message that wait for `release()`. */
  readonly heldBack: number;
}

type Phase = 'write' | 'answer' | 'body';

const timeoutKinds = { write: 'write-timeout', answer: 'answer-timeout', body: 'body-timeout' } as const;

export class Carriage {
  /** Resolves when all but the bytes held back are with the kernel, or when there is no more to wait for. */
  readonly flushed: Promise<void>;
  readonly outcome: Promise<Outcome>;
  readonly #socket: Socket;
  readonly #options: CarriageOptions;
  readonly #reader: AnswerReader;
  readonly #rest: Buffer;
  #resolveFlushed: () => void = () => undefined;
  #resolveOutcome: (outcome: Outcome) => void = () => undefined;
  #settled = false;
  #written = false;
  #phase: Phase = 'write';
  #answerBy = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Writes at once. */
  constructor(socket: Socket, message: Message, options: CarriageOptions) {
    this.flushed = new Promise((resolve) => {
      this.#resolveFlushed = resolve;
    });
    this.outcome = new Promise((resolve) => {
      this.#resolveOutcome = resolve;
    });
    this.#socket = socket;
    this.#options = options;
    this.#reader = new AnswerReader(() => message.method, options.limits);
    const cut = message.bytes.length - options.heldBack;
    this.#rest = message.bytes.subarray(cut);
    this.#arm('write', options.timeouts.writeMs);
    socket.write(message.bytes.subarray(0, cut), () => {
      this.#resolveFlushed();
      if (this.#rest.length === 0) this.#onWritten();
    });
  }

  /** Whether the outcome is decided. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Writes the bytes held back, unless the answer is already decided. */
  release(): void {
    if (this.#settled || this.#rest.length === 0) return;
    this.#socket.write(this.#rest, () => this.#onWritten());
  }

  onData(chunk: Buffer): void {
    const result = this.#reader.push(chunk);
    if (result !== undefined) this.#settleRead(result);
    else if (this.#reader.begun) this.#enter('body');
    // What came was an informational answer: the time for the answer itself runs on.
    else if (this.#phase === 'body') this.#enter(this.#written ? 'answer' : 'write');
  }

  onEnd(): void {
    this.#settleRead(this.#reader.end());
  }

  onError(error: unknown): void {
    this.#fail(brokenFailure(error, this.#options.label), this.#reader.received === 0);
  }

  abort(): void {
    this.#fail(failure('aborted', `cut short while waiting for ${this.#options.label}`), false);
  }

  #onWritten(): void {
    this.#written = true;
    this.#answerBy = performance.now() + this.#options.timeouts.answerMs;
    if (this.#phase === 'write') this.#enter('answer');
  }

  #enter(phase: Phase): void {
    if (this.#settled || this.#phase === phase) return;
    if (phase === 'body') this.#arm(phase, this.#options.timeouts.bodyMs);
    else if (phase === 'answer') this.#arm(phase, Math.max(0, this.#answerBy - performance.now()));
    else this.#arm(phase, this.#options.timeouts.writeMs);
  }

  #arm(phase: Phase, ms: number): void {
    this.#phase = phase;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#onTimeout(phase), ms);
  }

  #onTimeout(phase: Phase): void {
    const { label, timeouts } = this.#options;
    const text = {
      write: `did not take the message within ${timeouts.writeMs} ms`,
      answer: `did not begin to answer within ${timeouts.answerMs} ms`,
      body: `did not end its answer within ${timeouts.bodyMs} ms (${this.#reader.received} bytes came)`,
    };
    this.#fail(failure(timeoutKinds[phase], `${label} ${text[phase]}`), false);
  }

  #settleRead(result: ReadResult): void {
    if (result.kind === 'answer') {
      const { answer, reusable } = result;
      // An answer before the end of the message leaves the rest of it in the way of the next one.
      this.#settle({ kind: 'answered', answer, reusable: reusable && this.#written });
      return;
    }
    const unanswered = result.failure === 'closed-early' && this.#reader.received === 0;
    this.#fail(failure(result.failure, `${this.#options.label} ${result.message}`), unanswered);
  }

  #fail(cause: TransportFailure, unanswered: boolean): void {
    this.#settle({ kind: 'failed', failure: cause, unanswered });
  }

  #settle(outcome: Outcome): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#resolveFlushed();
    this.#resolveOutcome(outcome);
  }
}
