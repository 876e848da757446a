/** A violation: one fault in an otherwise conforming request, named by its clause and a slug. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import type { RequestDraft } from '../../wire/request.js';

/** The one difference between the control and the case; the two values are shown to people only. */
export interface Difference {
  readonly at: MessagePlace;
  readonly control: string;
  readonly case: string;
}

/** What stands for a violation where it is not at hand: the same for every basis, in every version. */
export interface ViolationName {
  readonly clause: ClauseId;
  /** Unique beside the clause, and never reworded: `one-character-shorter`. */
  readonly slug: string;
}

export interface Violation extends ViolationName {
  /** In words: `one character shorter`. */
  readonly label: string;
  readonly difference: Difference;
  readonly draft: RequestDraft;
}

/** A way to break something, named, with the value that breaks it. */
export type NamedValue<Value = unknown> = readonly [slug: string, label: string, value: Value];
