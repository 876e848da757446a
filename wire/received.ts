/** A request as a connector sent it, byte for byte, and how it was answered: the seam between those who serve and the judge. */
import type { FramingTrouble } from './http/framing-trouble.js';
import type { HeaderField } from './request.js';

/**
 * What is no operation of the contract: the token endpoint, an operation beside the contract, another origin that a redirect
 * led to, or nothing that there is.
 */
export const noOperation = { token: 'token', sibling: 'sibling', elsewhere: 'elsewhere', unknown: 'unknown' } as const;

/** What a request was for: the id of an operation of the contract, or one of the words of `noOperation`. */
export type Addressee = string;

/** What a scenario did on purpose, as data; the words are made where it is shown. */
export type Staged =
  /** 401, as if the token had expired. */
  | { readonly did: 'expired the token' }
  /** Answered 429 with this value of Retry-After. */
  | { readonly did: 'throttled'; readonly retryAfter: string }
  /** Answered 503 without a word on how long to wait. */
  | { readonly did: 'was unavailable' }
  /** Answered with a page of a gateway, as one that stands in front of the service does. */
  | { readonly did: 'answered as a gateway'; readonly status: 502 | 504 }
  | {
      readonly did: 'redirected';
      readonly status: 307 | 308;
      readonly to: 'the same origin' | 'another origin';
      /** What was redirected before. */
      readonly again?: true;
    }
  /** Broke the connection before the answer, within it, or closed it behind the answer. */
  | { readonly did: 'reset'; readonly when: 'before' | 'within' | 'after' }
  | { readonly did: 'delayed'; readonly delayMs: number }
  /** Gave an answer that conforms and is not the usual one. */
  | { readonly did: 'changed'; readonly what: 'status' | 'members' | 'identifier' | 'time' };

/** How a request was answered: what went over the wire, but for what did not go out at all (`sentOf`). */
export interface GivenAnswer {
  /** "1.0" or "1.1". */
  readonly httpVersion: string;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly HeaderField[];
  /** As far as it went out. */
  readonly body: Uint8Array;
  /** Milliseconds since the run began, when the answer was handed to the socket. */
  readonly sentMs: number;
  /** What a scenario did on purpose. */
  readonly staged?: Staged;
  /** The connector had gone before the answer could be written. */
  readonly undelivered?: true;
  /** The connector had closed its side before: it waits no longer, or is one of the few that wait half closed. */
  readonly hungUp?: true;
}

/** One request that arrived. */
export interface ReceivedRequest {
  /** 1 for the first, in order of arrival. */
  readonly number: number;
  /** Milliseconds since the run began: its first byte. */
  readonly receivedMs: number;
  /** Milliseconds since the run began: its last byte. */
  readonly endedMs: number;
  /** Which TCP connection it came on, 1 for the first. */
  readonly connection: number;
  /** "1.0" or "1.1"; absent when it was no HTTP. */
  readonly httpVersion?: string;
  readonly method: string;
  /** The request target as sent, with its query. */
  readonly target: string;
  /** Every field as sent, in order, duplicates kept. */
  readonly fields: readonly HeaderField[];
  /** The transfer coding removed; bounded. */
  readonly body: Uint8Array;
  /** The body was longer than what is kept. */
  readonly bodyCut: boolean;
  /** The framing was broken. */
  readonly trouble?: FramingTrouble;
  readonly operation: Addressee;
  readonly answer?: GivenAnswer;
}

/** How much of an answer went out: a scenario may break the connection, and a connector may have gone. */
export function sentOf({
  undelivered,
  staged,
}: Pick<GivenAnswer, 'undelivered' | 'staged'>): 'nothing' | 'a part' | 'all' {
  if (undelivered === true) return 'nothing';
  if (staged?.did !== 'reset' || staged.when === 'after') return 'all';
  return staged.when === 'before' ? 'nothing' : 'a part';
}

/** Whether a request was for an operation, of the contract or beside it. */
export function isOperation({ operation }: Pick<ReceivedRequest, 'operation'>): boolean {
  return operation !== noOperation.token && operation !== noOperation.elsewhere && operation !== noOperation.unknown;
}
