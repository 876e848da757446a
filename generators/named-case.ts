/** A case with its two names: what it is as data, by which everything decides, and the words for people. */
import type { CaseFacts } from '../schemas/record/case.schema.js';

export interface NamedCase {
  readonly case: CaseFacts;
  /** What the case does: `one character shorter`. */
  readonly label: string;
}
