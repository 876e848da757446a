/** Tallies of all probes summed up to one verdict for each clause that holds for the run's operation in its edition. Pure. */
import type { Clause } from '../../schemas/clauses/clause.js';
import { type ClauseId, clausesOf } from '../../schemas/clauses/clauses.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import { defaultOperation } from '../../schemas/operations/operations.js';
import type { ClauseResult } from '../../schemas/record/run-record.js';
import type { Cause, Verdict } from '../verdict.js';
import type { Finding, ProbeOutcome, Tally } from './outcome.js';

export function clauseResults(
  outcomes: readonly ProbeOutcome[],
  historyFindings: readonly Finding[],
  edition: EditionId,
  operation: string = defaultOperation,
): ClauseResult[] {
  const findings = [...outcomes.flatMap((outcome) => outcome.findings), ...historyFindings];
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  return clausesOf(edition, operation).map((clause) => {
    const cases = sum(outcomes, historyFindings, clause.id);
    const verdict = verdictOf(cases);
    const cause =
      verdict === 'inconclusive'
        ? findings.find((finding) => finding.clause === clause.id && finding.verdict === 'inconclusive')?.cause
        : verdict === 'not exercised'
          ? skipCause(skipped.filter((skip) => skip.clause === clause.id).map((skip) => skip.cause))
          : undefined;
    return clauseResult(clause, cases, cause);
  });
}

/** What a clause came to by its cases. @param cause why it was not judged. */
export function clauseResult(clause: Clause, cases: Tally, cause?: Cause): ClauseResult {
  const { id, place, owes, sureness, statement } = clause;
  const verdict = verdictOf(cases);
  return { id, place, owes, sureness, statement, verdict, ...(cause === undefined ? {} : { cause }), cases };
}

export const noCases = (): Tally => ({ conformant: 0, nonconformant: 0, inconclusive: 0, observed: 0 });

/** Subjects that are reused would leave it unexercised with any budget. */
function skipCause(causes: readonly Cause[]): Cause | undefined {
  return causes.find((cause) => cause === '--reuse-subjects') ?? causes[0];
}

/** One failure outweighs everything; something undecided outweighs what passed. */
function verdictOf(cases: Tally): Verdict {
  if (cases.nonconformant > 0) return 'nonconformant';
  if (cases.inconclusive > 0) return 'inconclusive';
  if (cases.conformant > 0) return 'conformant';
  return cases.observed > 0 ? 'observed' : 'not exercised';
}

function sum(outcomes: readonly ProbeOutcome[], historyFindings: readonly Finding[], clause: ClauseId): Tally {
  const total = noCases();
  for (const { tallies } of outcomes) {
    const { conformant, nonconformant, inconclusive, observed } = tallies[clause] ?? noCases();
    total.conformant += conformant;
    total.nonconformant += nonconformant;
    total.inconclusive += inconclusive;
    total.observed += observed;
  }
  total.nonconformant += historyFindings.filter((finding) => finding.clause === clause).length;
  return total;
}
