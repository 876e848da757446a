/** An answer as the core gives it, with the ways of framing that the server applies; why a request is refused, and the answer to that. */
import type { HeaderField } from '../../wire/request.js';

export interface Answer {
  readonly status: number;
  /** Header fields but for those of the framing (Content-Length, Transfer-Encoding, Connection, Date). */
  readonly fields: readonly HeaderField[];
  readonly body: string | Uint8Array;
  /** How the end of the body is told; `length` when absent. `close` ends it with the connection, as HTTP/1.0 did. */
  readonly framing?: 'length' | 'chunked' | 'close';
  /** Bytes in one chunk when the framing is `chunked`; the whole body in one when absent. */
  readonly chunkSize?: number;
  readonly trailers?: readonly HeaderField[];
  /** Closes the connection behind the answer, and says so. */
  readonly closes?: boolean;
  /** Milliseconds to wait before the first byte. */
  readonly delayMs?: number;
  /** Interim answers in front of this one. */
  readonly informational?: readonly (100 | 102 | 103)[];
  /** Cuts the connection `before` the first byte or after `half` of the body. */
  readonly abort?: 'before' | 'half';
}

const jsonType: HeaderField = ['Content-Type', 'application/json'];

/** An answer that carries a value as JSON. */
export function jsonAnswer(status: number, value: unknown, fields: readonly HeaderField[] = []): Answer {
  return { status, fields: [jsonType, ...fields], body: JSON.stringify(value) };
}

/** Why the service refuses a request. */
export interface Refusal {
  /** The clause that the request breaks; absent where no clause is broken (an unknown channel, a body too large). */
  readonly clause?: string;
  readonly status: number;
  /** Public error code of the service, or the status where the public list has none. */
  readonly code: number;
  /** Plain words; never a value out of the request. */
  readonly message: string;
}

/** In the error form of the contract. */
export function refusalAnswer(refusal: Refusal): Answer {
  return jsonAnswer(refusal.status, { code: refusal.code, message: refusal.message });
}
