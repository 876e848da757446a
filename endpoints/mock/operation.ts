/** What an operation of the mock is: where it lives, how its body is read, what is checked, what it answers, as data. */
import { type EditionRange, isWithin } from '../../schemas/editions/edition.js';
import type { Answer } from './answer.js';
import type { Outcome } from './behaviour.js';
import type { Check } from './check.js';
import type { Pair } from './conversations.js';
import type { ValuesReading } from './reading.js';
import type { KnownParts, Values } from './values.js';

export interface MockOperation extends EditionRange {
  /** Id of the operation in the contract. */
  readonly id: string;
  readonly method: string;
  /** Below the base URL: `v1/conversation`. */
  readonly path: string;
  /** The clause of method and path. */
  readonly endpoint: string;
  /** How the body is written, for each stretch of editions that differs. */
  readonly bodies: readonly (EditionRange & { readonly kind: BodyKind })[];
  /** Of a form. */
  readonly parts: KnownParts;
  /** Of the values, behind those of the headers and of the body as a whole, in their order. */
  readonly checks: readonly Check<ValuesReading, string>[];
  /** Left out where the service creates channels that it does not know. */
  readonly channelCheck?: Check<ValuesReading, string>;
  /** The pair of values that passed every check, where it asks for the conversation of one. */
  readonly pairOf?: (values: Values) => Pair | undefined;
  readonly answer: (outcome: Success, edition: string) => Answer;
}

export type BodyKind = 'form' | 'json';

type Success = Exclude<Outcome, { readonly kind: 'refused' }>;

export function bodyKindIn({ bodies }: MockOperation, edition: string): BodyKind {
  return bodies.find((body) => isWithin(body, edition))?.kind ?? 'json';
}
