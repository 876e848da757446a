/** A violation: one fault in an otherwise conforming request, named by its clause and a slug. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import type { RequestDraft } from '../../wire/request.js';
import type { CaseName } from '../named-case.js';
import type { MayHaveRank } from '../rank.js';

/** The one difference between the control and the case; the two values are shown to people only. */
export interface Difference {
  readonly at: MessagePlace;
  readonly control: string;
  readonly case: string;
}

export interface Violation extends CaseName, MayHaveRank {
  /** In words: `one character shorter`. */
  readonly label: string;
  readonly difference: Difference;
  readonly draft: RequestDraft;
  /** The clause of what is wrong in one entry of a list, where the violation is that such an entry is among others. */
  readonly breaks?: ClauseId;
  /** A service may take it, as docs/reading.md says; a connector may not send it. */
  readonly mayBeTaken?: true;
}

/** A way to break something, named, with the value that breaks it. @param rank how often services let it pass: see rank.ts. */
export type NamedValue<Value = unknown> = readonly [slug: string, label: string, value: Value, rank?: number];

/** `appType` as a part of a slug: `app-type`. Names of members belong to the contract, and are never reworded. */
export function slugOfName(name: string | number): string {
  return String(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}
