/** What a run that keeps to the subjects of earlier runs cannot show, and what it says of it. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';

/**
 * Clauses about the first call for a pair. Nobody can tell whether an earlier run has made it already, so what passes
 * is not counted for them; what breaks them is told all the same.
 */
export const needsNewSubjects: ReadonlySet<ClauseId> = new Set<ClauseId>([
  'behaviour/new-conversation',
  'behaviour/same-pair/at-once',
]);

export const reuseWarning =
  'With --reuse-subjects the conversations may exist already. Not exercised: new conversations, first calls at the same time, and what refused requests do before a conversation exists. Merges and splits may date from an earlier run.';
