/** A violation: one labelled fault in an otherwise conforming request. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { RequestDraft } from '../../wire/request.js';

/** The one difference between the control and the case, for people. */
export interface Difference {
  readonly where: string;
  readonly control: string;
  readonly case: string;
}

export interface Violation {
  readonly clause: ClauseId;
  /** Unique beside the clause, the same for every basis: `one character shorter`. */
  readonly label: string;
  readonly difference: Difference;
  readonly draft: RequestDraft;
}
