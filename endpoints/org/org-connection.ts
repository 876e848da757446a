/**
 * One connection of the org: requests are read as they come, answered one after the other, told when answered.
 * 100 Continue goes out at once, `Connection: close` is honoured, an offered upgrade is ignored.
 */
import type { Socket } from 'node:net';
import { keepsConnection } from '../../wire/http/request-head.js';
import type { GivenAnswer, ReceivedRequest } from '../../wire/received.js';
import { breakOff } from '../break-off.js';
import { jsonAnswer } from '../mock/answer.js';
import { encodeAnswer, type OrgAnswer } from './org-answer.js';
import { type ReadRequest, RequestReader } from './request-reader.js';

export interface ConnectionOptions {
  readonly id: number;
  readonly now: () => number;
  /** Gives a request its number, the first of all connections 1. */
  readonly arrive: (request: ReadRequest, connection: number) => ReceivedRequest;
  /** Never rejects. */
  readonly answer: (request: ReceivedRequest) => Promise<OrgAnswer>;
  /** Told once for each request, when its answer was handed to the socket or could not be. */
  readonly onDone: (request: ReceivedRequest) => void;
  /** How long a request that has begun may bring nothing, in milliseconds. */
  readonly stallMs: number;
}

interface Waiting {
  readonly read: ReadRequest;
  readonly request: ReceivedRequest;
}

/** A request that has brought nothing for so long when the run ends will not become whole. */
const silenceMs = 1_000;
/** Requests that wait for the answers before them; beyond it the socket is read no further. */
const mostWaiting = 64;
const oneHundredContinue = 'HTTP/1.1 100 Continue\r\n\r\n';

export class OrgConnection {
  readonly #socket: Socket;
  readonly #options: ConnectionOptions;
  readonly #reader: RequestReader;
  readonly #waiting: Waiting[] = [];
  #busy = false;
  #owesContinue = false;
  #closed = false;
  #inputEnded = false;
  #heardMs = 0;
  /** We ended it ourselves: what was cut off by that is nobody's fault, and what came behind gets no answer. */
  #brokenByUs = false;
  #wake: (() => void) | undefined;

  constructor(socket: Socket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#reader = new RequestReader({
      now: options.now,
      onRequest: (read) => this.#take(read),
      onExpect: () => this.#continueOrWait(),
    });
    socket.setNoDelay(true);
    socket.setTimeout(options.stallMs);
    // Between requests a connection may be silent as long as it likes.
    socket.on('timeout', () => this.#reader.giveUp(options.stallMs));
    socket.on('data', (chunk: Buffer) => {
      this.#heardMs = options.now();
      this.#reader.push(chunk);
    });
    socket.on('end', () => this.#endOfInput());
    socket.on('error', () => undefined);
    socket.on('close', () => this.#close());
  }

  /** Whether a request has begun and is not whole. */
  get begun(): boolean {
    return !this.#closed && this.#reader.begun;
  }

  /** Waits no longer for a request that has begun and fallen silent. */
  giveUp(): void {
    const silentMs = this.#options.now() - this.#heardMs;
    if (this.begun && silentMs >= silenceMs) this.#reader.giveUp(silentMs);
  }

  /** Breaks it off, as the server does at its end. */
  destroy(): void {
    this.#brokenByUs = true;
    this.#socket.destroy();
  }

  #take(read: ReadRequest): void {
    this.#waiting.push({ read, request: this.#options.arrive(read, this.#options.id) });
    if (this.#waiting.length >= mostWaiting) this.#socket.pause();
    if (!this.#busy) this.#work().catch(() => this.destroy());
  }

  #continueOrWait(): void {
    if (this.#busy) this.#owesContinue = true;
    else this.#socket.write(oneHundredContinue);
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      if (this.#socket.isPaused() && this.#waiting.length < mostWaiting / 2) this.#socket.resume();
      await this.#serve(next);
    }
    this.#busy = false;
    if (this.#owesContinue && !this.#closed && !this.#brokenByUs) this.#socket.write(oneHundredContinue);
    this.#owesContinue = false;
    if (this.#inputEnded) this.#socket.end();
  }

  async #serve({ read, request }: Waiting): Promise<void> {
    const refused = brokenFraming(read, request);
    const answer = refused ?? (await this.#options.answer(request));
    if (answer.delayMs !== undefined) await this.#pause(answer.delayMs);
    const keepAlive = keepsConnection(read.head) && !read.last && answer.closes !== true;
    const encoded = encodeAnswer(answer, {
      method: request.method,
      keepAlive,
      isOld: request.httpVersion === '1.0',
      now: new Date(),
    });
    const given: GivenAnswer = {
      ...encoded.given,
      sentMs: this.#options.now(),
      ...(answer.staged === undefined ? {} : { staged: answer.staged }),
      ...(this.#closed || this.#brokenByUs ? { undelivered: true } : {}),
      ...(this.#closed || this.#inputEnded ? { hungUp: true } : {}),
    };
    this.#write(answer, encoded.bytes, keepAlive);
    this.#options.onDone({ ...request, answer: given });
  }

  #write(answer: OrgAnswer, bytes: Buffer, keepAlive: boolean): void {
    const socket = this.#socket;
    if (this.#closed || this.#brokenByUs) return;
    if (answer.reset === undefined && keepAlive) {
      socket.write(bytes);
      return;
    }
    this.#brokenByUs = true;
    if (answer.reset === 'before') breakOff(socket);
    else if (answer.reset === 'within') {
      socket.write(bytes, () => breakOff(socket));
    } else socket.end(bytes);
  }

  /** Ends early when the connection closes, so that a closing server waits for nothing. */
  #pause(milliseconds: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #endOfInput(): void {
    this.#inputEnded = true;
    if (!this.#brokenByUs) this.#reader.end();
    // A client may close its side and still wait for answers; when nothing is owed, the connection is over.
    if (!this.#busy) this.#socket.end();
  }

  #close(): void {
    this.#closed = true;
    if (!this.#brokenByUs) this.#reader.end();
    this.#wake?.();
  }
}

/** What is no HTTP, or has no end, is answered here, as the service's own front would. */
function brokenFraming(read: ReadRequest, request: ReceivedRequest): OrgAnswer | undefined {
  if (request.bodyCut) return { ...jsonAnswer(413, { code: 10096, message: 'The body is too large.' }), closes: true };
  if (!read.last && request.trouble === undefined) return undefined;
  const message = `The message is not well-formed HTTP: ${request.trouble?.told ?? 'it was broken off'}.`;
  return { ...jsonAnswer(request.trouble?.kind === 'stalled' ? 408 : 400, { code: 10016, message }), closes: true };
}
