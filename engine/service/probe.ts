/** A probe: what one test does for a clause. Spec files list probes; a runner runs them. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Session } from './session.js';

export interface Probe {
  readonly clause: ClauseId;
  /** Reads as a sentence behind the place: `refuses every violation of headers/org-id/length`. */
  readonly title: string;
  /** The editions that it fits, where its clause holds in more. */
  readonly editions?: readonly EditionId[];
  readonly run: (session: Session) => Promise<void>;
}

/** One place of the specification with its probes: what a spec file is. */
export interface Place {
  readonly name: string;
  readonly probes: readonly Probe[];
  /** Stands in for all other places where the budget does not pay for them. */
  readonly withinBudget?: true;
}
