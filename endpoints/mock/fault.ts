/** What a fault is: a named, deliberate deviation from one clause, as data. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Behaviour } from './behaviour.js';

export interface Fault<Clause extends string = ClauseId, Edition extends string = EditionId> {
  /** Stable path-like id: `org-id/accepts-18`. */
  readonly id: string;
  /** The clause that a service with this fault breaks. */
  readonly clause: Clause;
  /** What such a service does wrong, one sentence. */
  readonly summary: string;
  /** The lowest level that is expected to find it. */
  readonly minLevel: 'smoke' | 'standard' | 'deep';
  /** The edition in which it is shown; 61.0 when absent. */
  readonly edition?: Edition;
  /** Made anew for each mock, so that what it remembers belongs to that mock alone. */
  behaviour(): Behaviour;
}
