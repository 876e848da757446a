/** A violation: one fault in an otherwise conforming request, named by its clause and a slug. */
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import type { RequestDraft } from '../../wire/request.js';
import type { CaseName } from '../named-case.js';

/** The one difference between the control and the case; the two values are shown to people only. */
export interface Difference {
  readonly at: MessagePlace;
  readonly control: string;
  readonly case: string;
}

export interface Violation extends CaseName {
  /** In words: `one character shorter`. */
  readonly label: string;
  readonly difference: Difference;
  readonly draft: RequestDraft;
}

/** A way to break something, named, with the value that breaks it. */
export type NamedValue<Value = unknown> = readonly [slug: string, label: string, value: Value];
