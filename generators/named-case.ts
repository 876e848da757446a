/** A case with its two names: what it is as data, by which everything decides, and the words for people. */
import type { ClauseId } from '../schemas/clauses/clauses.js';
import type { CaseFacts } from '../schemas/record/case.schema.js';

/** What stands for a case of a clause, such as a violation, where it is not at hand: the same in every version. */
export interface CaseName {
  readonly clause: ClauseId;
  /** Unique beside the clause, and never reworded: `one-character-shorter`. */
  readonly slug: string;
}

export interface NamedCase {
  readonly case: CaseFacts;
  /** What the case does: `one character shorter`. */
  readonly label: string;
}
