/** An exchange: what was really sent and received, byte for byte, with times. Not yet redacted: see redactor.ts. */
import type { HeaderField, WireRequest } from './request.js';

/** Why no complete answer came. `budget-spent` and `aborted` mean that nothing (more) was sent. */
export type FailureKind =
  | 'dns'
  | 'connection-refused'
  | 'tls'
  /** The proxy in between opened no way to the service. */
  | 'proxy'
  | 'connect-timeout'
  | 'write-timeout'
  | 'answer-timeout'
  | 'body-timeout'
  | 'reset'
  | 'closed-early'
  /** Closed behind the header section, before the body was complete. */
  | 'cut-answer'
  /** What came is of another protocol. */
  | 'not-http'
  | 'malformed-answer'
  | 'answer-too-large'
  | 'throttled'
  | 'budget-spent'
  | 'aborted'
  /** An answer came, to a token that was good no longer: it says nothing of the request. Put on by the engine. */
  | 'token-dead';

export interface TransportFailure {
  readonly kind: FailureKind;
  /** Plain words for people, without secrets: `connection refused by 127.0.0.1:9`. */
  readonly message: string;
}

export interface HttpAnswer {
  readonly httpVersion: string;
  readonly status: number;
  readonly reason: string;
  /** Header fields in order of arrival, names as they were sent. */
  readonly fields: readonly HeaderField[];
  /** The body after transfer and content coding were removed, bounded. */
  readonly body: Uint8Array;
  /** True when the body was longer than the bound and was cut there. */
  readonly truncated: boolean;
}

export interface Exchange {
  /** 1 for the first message of the run; counts each try, so retries after 429 leave gaps. */
  readonly number: number;
  /** Id of the operation that was asked for, which judges the answer; the default one where it is absent. Put on by the engine. */
  readonly operation?: string;
  /** Milliseconds since the sender was made. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** Which connection carried it; `reused` when it was not the first exchange on it. */
  readonly connection: { readonly id: number; readonly reused: boolean };
  /** The message as sent: request line and header section, then the body. */
  readonly head: string;
  readonly body: Uint8Array;
  readonly answer?: HttpAnswer;
  readonly failure?: TransportFailure;
  /** 429 and 503 answers waited for before this try: their statuses and the time waited. */
  readonly waits: readonly { readonly status: number; readonly waitedMs: number }[];
  /**
   * It was sent before on a kept connection, which ended without an answer: it may have gone away by itself, as kept
   * connections do, or over the message.
   */
  readonly resent?: boolean;
}

export interface SendOptions {
  /** `pooled` (default) takes an idle kept-alive connection or opens one; `fresh` always opens one and closes it after. */
  readonly connection?: 'pooled' | 'fresh';
  /** Requests of the budget that this one, its retries included, must leave over; it fails as `budget-spent` before it takes one of them. */
  readonly leaves?: number;
}

export interface SenderCounts {
  /** Requests written to the wire, retries after 429, 503 and stale connections included. */
  readonly requests: number;
  /** Answers with 429 or 503 that were waited for. */
  readonly throttled: number;
  readonly waitedMs: number;
  readonly connections: number;
}

/** The one way to an endpoint. Never rejects for what the network or the service does: that is in the exchange. */
export interface Sender {
  send(request: WireRequest, options?: SendOptions): Promise<Exchange>;
  /** Sends all at once, each on a connection of its own that is already open before the first byte is written. */
  race(requests: readonly WireRequest[], options?: Pick<SendOptions, 'connection'>): Promise<readonly Exchange[]>;
  readonly counts: SenderCounts;
  /**
   * From now on waits no longer than this for the first byte of an answer, and sends a throttled request twice at
   * most: once a service is known to leave requests unanswered, patience with each of them would take hours.
   */
  hurry(answerMs: number): void;
  close(): Promise<void>;
  /**
   * Waits for the turn of one request that goes elsewhere on behalf of the run (for a new token), and counts it against
   * the ceiling; false when it may not be sent. Absent where nothing is counted.
   */
  admit?(): Promise<boolean>;
}
