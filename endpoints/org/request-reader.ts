/** Cuts the bytes of a connection into requests, in whatever pieces they come; each part is bounded. Shared by org and proxy. */
import { BoundedBytes } from '../../wire/http/bounded-bytes.js';
import { ByteQueue } from '../../wire/http/byte-queue.js';
import { ChunkedBody } from '../../wire/http/chunked-body.js';
import { type FramingTrouble, troubleOf } from '../../wire/http/framing-trouble.js';
import { bodyFramingOf, expectsContinue, type RequestHead, readRequestHead } from '../../wire/http/request-head.js';
import type { ReceivedRequest } from '../../wire/received.js';
import { tlsHandshake } from '../tls/tls-port.js';

export interface ReadRequest {
  readonly head: RequestHead;
  readonly body: Buffer;
  readonly bodyCut: boolean;
  readonly trouble?: FramingTrouble;
  /** Milliseconds on the clock of the reader: its first byte and its last. */
  readonly receivedMs: number;
  readonly endedMs: number;
  /** Where the next request begins cannot be known: the connection is of no more use. */
  readonly last: boolean;
}

export interface RequestReaderOptions {
  readonly now: () => number;
  readonly onRequest: (request: ReadRequest) => void;
  /** A head that asks for 100 Continue has come, its body has not come whole. */
  readonly onExpect?: () => void;
}

const mostHeadBytes = 64 * 1024;
const mostBodyBytes = 8 * 1024 * 1024;

/** What stands for a head that is no HTTP at all. */
const noHead: RequestHead = { method: '', target: '', fields: [] };

/** Beginnings that tell what else is spoken. */
const otherProtocols = [
  ['http/2', /^PRI \* HTTP\/2\.0$/, 'the connection begins as HTTP/2 does, without an upgrade'],
  ['http/0.9', /^[A-Z]{3,10} \S+$/, 'the request line names no version, as in HTTP/0.9'],
] as const;

/** A connection that came to nothing before a byte of HTTP could be read. */
export function noRequest(trouble: FramingTrouble, now: number): ReadRequest {
  const [body, bodyCut] = [Buffer.alloc(0), false];
  return { head: noHead, body, bodyCut, trouble, receivedMs: now, endedMs: now, last: true };
}

/** A request that was read, with what only the one who reads many knows of it. */
export function receivedOf(
  { head, last: _, ...rest }: ReadRequest,
  known: Pick<ReceivedRequest, 'number' | 'connection' | 'operation'>,
): ReceivedRequest {
  // What troubles the head is among the troubles of the whole.
  const { trouble: __, ...line } = head;
  return { ...line, ...rest, ...known };
}

interface Current {
  readonly head: RequestHead;
  readonly body: BoundedBytes;
  readonly chunked?: ChunkedBody;
  /** Bytes of the body to come, when a length was announced. */
  left: number;
}

export class RequestReader {
  readonly #options: RequestReaderOptions;
  readonly #queue = new ByteQueue();
  #head: string[] = [];
  #headBytes = 0;
  #current: Current | undefined;
  #startedMs: number | undefined;
  #ended = false;
  /** How the body of the request before was delimited, on a connection that carried one. */
  #before: 'a length' | 'nothing' | 'chunks' | undefined;

  constructor(options: RequestReaderOptions) {
    this.#options = options;
  }

  /** Whether a request has begun and not ended. */
  get begun(): boolean {
    return this.#startedMs !== undefined;
  }

  push(chunk: Buffer): void {
    if (this.#ended) return;
    this.#queue.push(chunk);
    while (!this.#ended && this.#step());
  }

  /** The connection ended: what was begun is told as broken off. */
  end(): void {
    this.#breakOff('cut', () => 'the connection ended');
  }

  /** Nothing more came, and none will be waited for: what was begun is told as unfinished. */
  giveUp(waitedMs: number): void {
    this.#breakOff('stalled', () => `nothing more came for ${(waitedMs / 1000).toFixed(1)} s`);
  }

  #breakOff(kind: FramingTrouble['kind'], how: () => string): void {
    if (this.#ended || this.#startedMs === undefined) return;
    const { head = noHead, body, chunked, left = 0 } = this.#current ?? {};
    const missing = chunked === undefined ? ` (${left} more bytes are announced)` : '';
    const where = this.#current === undefined ? 'header section' : `body${missing}`;
    this.#finish(head, body, { kind, told: `${how()} in the middle of the ${where}` }, true);
  }

  /** True when it got on and may get on further. */
  #step(): boolean {
    if (this.#current !== undefined) return this.#readBody(this.#current);
    // An empty line or two in front of a request line are to be passed over (RFC 9112, section 2.2).
    if (this.#startedMs === undefined) {
      for (let byte = this.#queue.peek(); byte === 13 || byte === 10; byte = this.#queue.peek()) this.#queue.take(1);
      if (this.#queue.length === 0) return false;
      this.#startedMs = this.#options.now();
      if (this.#queue.peek() === tlsHandshake) {
        const told = 'the connection begins as TLS does, and the port speaks plain HTTP';
        return this.#finish(noHead, undefined, { kind: 'tls', told }, true);
      }
    }
    return this.#readHead();
  }

  #readHead(): boolean {
    for (;;) {
      const line = this.#queue.takeRawLine();
      const length = this.#headBytes + (line?.length ?? this.#queue.length);
      if (length > mostHeadBytes) {
        const told = `the header section is longer than ${mostHeadBytes} bytes`;
        return this.#finish(noHead, undefined, { kind: 'head too long', told }, true);
      }
      if (line === undefined) return false;
      if (this.#head.length === 0 && readRequestHead(`${line}\r\n`) === undefined) return this.#refuseLine(line);
      this.#headBytes = length;
      if (line === '\r\n' || line === '\n') return this.#takeHead(line);
      this.#head.push(line);
    }
  }

  #takeHead(end: string): boolean {
    const head = readRequestHead(this.#head.join('') + end);
    this.#head = [];
    this.#headBytes = 0;
    if (head === undefined) return this.#refuseLine('');
    const framing = bodyFramingOf(head);
    if (framing.kind === 'lost') return this.#finish(head, undefined, framing.trouble, true);
    const body = new BoundedBytes(mostBodyBytes);
    this.#current = {
      head,
      body,
      ...(framing.kind === 'chunked' ? { chunked: new ChunkedBody(body, mostHeadBytes) } : {}),
      left: framing.kind === 'length' ? framing.bytes : 0,
    };
    const whole = framing.kind === 'length' && this.#queue.length >= framing.bytes;
    if (!whole && expectsContinue(head)) this.#options.onExpect?.();
    return true;
  }

  /** What stands in the place of a request line and is none. */
  #refuseLine(line: string): boolean {
    const text = line.replace(/\r?\n$/, '');
    const [kind, , told] = otherProtocols.find(([, form]) => form.test(text)) ?? [];
    const trouble = kind === undefined ? this.#strayBytes() : { kind, told };
    return this.#finish(noHead, undefined, trouble, true);
  }

  #strayBytes(): FramingTrouble {
    const told = 'the first line is no request line of HTTP/1.0 or HTTP/1.1';
    if (this.#before === undefined || this.#before === 'chunks') return { kind: 'no request line', told };
    const behind = 'bytes that begin no request came behind a request that';
    return this.#before === 'a length'
      ? { kind: 'bytes behind a length', told: `${behind} was whole by its Content-Length` }
      : { kind: 'bytes without a length', told: `${behind} has neither Content-Length nor Transfer-Encoding` };
  }

  #readBody(current: Current): boolean {
    const { head, body, chunked } = current;
    if (chunked !== undefined) {
      const state = chunked.read(this.#queue);
      if (state === 'malformed')
        return this.#finish(head, body, chunkTrouble('the chunked body breaks its own framing'), true);
      if (state === 'too-large') return this.#finish(head, body, chunkTrouble('the trailers are too long'), true);
      if (body.cut) return this.#finish(head, body, undefined, true);
      const odd = chunked.oddity === undefined ? undefined : chunkTrouble(chunked.oddity);
      return state === 'done' && this.#finish(head, body, odd, false);
    }
    const piece = this.#queue.take(current.left);
    current.left -= piece.length;
    body.add(piece);
    if (body.cut) return this.#finish(head, body, undefined, true);
    return current.left === 0 && this.#finish(head, body, undefined, false);
  }

  /** Gives whether a next request may follow. */
  #finish(
    head: RequestHead,
    body: BoundedBytes | undefined,
    framing: FramingTrouble | undefined,
    last: boolean,
  ): boolean {
    const now = this.#options.now();
    const trouble = troubleOf([head.trouble, framing].filter((one) => one !== undefined));
    const isDelimited = head.fields.some(([name]) => name.toLowerCase() === 'content-length');
    this.#before = this.#current?.chunked !== undefined ? 'chunks' : isDelimited ? 'a length' : 'nothing';
    const receivedMs = this.#startedMs ?? now;
    this.#current = undefined;
    this.#startedMs = undefined;
    this.#ended = last;
    this.#options.onRequest({
      head,
      body: body?.bytes() ?? Buffer.alloc(0),
      bodyCut: body?.cut ?? false,
      ...(trouble === undefined ? {} : { trouble }),
      receivedMs,
      endedMs: now,
      last,
    });
    return !last;
  }
}

const chunkTrouble = (told: string): FramingTrouble => ({ kind: 'chunks', told });
