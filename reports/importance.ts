/** Which failure a reader should see first: what harms people most, then what the specification says most plainly. */
import type { ClauseResult, FindingRecord } from '../schemas/record/run-record.js';

/**
 * Beginnings of clause ids, worst first: two people in one conversation, one person in two, a leaked token, an
 * unguarded door. All other clauses are equal and follow.
 */
const worstFirst = [
  'behaviour/different-pair/',
  'behaviour/same-pair/',
  'behaviour/',
  'answer/refusal/no-token',
  'headers/authorization/',
  'headers/org-id/token-org',
] as const;

const surenessOrder = ['stated', 'implied', 'assumed'] as const satisfies readonly ClauseResult['sureness'][];

/** Compares findings for sorting; those of equal rank keep the order of the record. */
export function byImportance(
  clauses: ReadonlyMap<string, ClauseResult>,
): (one: FindingRecord, other: FindingRecord) => number {
  const rank = (finding: FindingRecord): readonly number[] => {
    const harm = worstFirst.findIndex((beginning) => finding.clause.startsWith(beginning));
    const sureness = clauses.get(finding.clause)?.sureness ?? 'assumed';
    return [harm === -1 ? worstFirst.length : harm, surenessOrder.indexOf(sureness), -finding.count];
  };
  return (one, other) => {
    const ranks = rank(other);
    return rank(one).reduce((order, value, index) => order || value - (ranks[index] ?? 0), 0);
  };
}
