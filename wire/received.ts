/** A request as a connector sent it, byte for byte, and how the gate answered it: the seam between gate and judge. */
import type { HeaderField } from './request.js';

/** Which endpoint of the org a request was for. */
export type Operation = 'conversation' | 'token' | 'sibling' | 'unknown';

/** How a request was answered. */
export interface GivenAnswer {
  readonly status: number;
  readonly fields: readonly HeaderField[];
  readonly body: Uint8Array;
  /** Milliseconds since the gate began, when the answer was handed to the socket. */
  readonly sentMs: number;
  /** What a scenario did on purpose: "token expired", "429 with Retry-After 2", "reset before the answer", ... */
  readonly staged?: string;
  /** The connector had gone before the answer could be written. */
  readonly undelivered?: true;
}

/** One request that arrived. */
export interface ReceivedRequest {
  /** 1 for the first, in order of arrival. */
  readonly number: number;
  /** Milliseconds since the gate began: its first byte. */
  readonly receivedMs: number;
  /** Milliseconds since the gate began: its last byte. */
  readonly endedMs: number;
  /** Which TCP connection it came on, 1 for the first. */
  readonly connection: number;
  /** "1.0" or "1.1". */
  readonly httpVersion: string;
  readonly method: string;
  /** The request target as sent, with its query. */
  readonly target: string;
  /** Every field as sent, in order, duplicates kept. */
  readonly fields: readonly HeaderField[];
  /** The transfer coding removed; bounded. */
  readonly body: Uint8Array;
  /** The body was longer than what is kept. */
  readonly bodyCut: boolean;
  /** The framing was broken: plain words. */
  readonly trouble?: string;
  readonly operation: Operation;
  readonly answer?: GivenAnswer;
}
