/**
 * The hooks by which faults and variants change the core: few, and each at one point of a request's way, so that several
 * compose. A service without any behaves as the contract says.
 */
import type { Answer, Refusal } from './answer.js';
import type { Conversations, Pair } from './conversations.js';
import type { AcceptedReading, ValuesReading } from './reading.js';
import type { ServiceRequest } from './service-request.js';
import type { Settings } from './settings.js';
import type { TokenReading } from './token-verifier.js';
import type { Values } from './values.js';

/** What a hook may look at besides the request. */
export interface Context {
  readonly settings: Settings;
  readonly conversations: Conversations;
  /** Requests so far, this one included. */
  readonly requests: number;
  /** Requests accepted so far, this one not included. */
  readonly accepted: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** A new identifier in the service's own format. */
  newIdentifier(): string;
}

export type Outcome =
  /** The conversation of a pair was asked for and is there. */
  | { readonly kind: 'accepted'; readonly identifier: string; readonly reading: AcceptedReading }
  /** An operation that has nothing to do with pairs was done. */
  | { readonly kind: 'done'; readonly reading: ValuesReading }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly received: ServiceRequest };

export interface Behaviour {
  /** Header values must come with the blanks around them, which Node's parser removes: costs a second look at the bytes. */
  readonly wantsExactFields?: boolean;
  /** Answers at the door, before the request is looked at (throttling). */
  admits?(context: Context): Answer | undefined;
  /** Takes a wrong request for the conforming one that it returns. */
  receives?(request: ServiceRequest, context: Context): ServiceRequest;
  /** Takes a token for valid that is not. */
  trusts?(token: TokenReading, context: Context): boolean;
  /** Reads a text that is no JSON as if it were. */
  readsJson?(text: string): { readonly value: unknown } | undefined;
  /** Takes wrong values of the body for the conforming ones that it returns. */
  rewrites?(values: Values, context: Context): Values;
  /** Refuses a conforming request for the conversation of a pair. */
  refuses?(reading: AcceptedReading, context: Context): Refusal | undefined;
  /** Looks up another pair than the one that was asked for. */
  keys?(pair: Pair, reading: AcceptedReading, context: Context): Pair;
  /** Finds or makes the identifier of a pair; `next` is what the service would do without this hook. */
  identifies?(
    next: () => string | Promise<string>,
    pair: Pair,
    reading: AcceptedReading,
    context: Context,
  ): string | Promise<string>;
  newIdentifier?(): string;
  /** Changes the finished answer. */
  answers?(answer: Answer, outcome: Outcome, context: Context): Answer;
  /** Takes values that no clause speaks of (a channel that is not configured). */
  readonly createsChannels?: boolean;
}
