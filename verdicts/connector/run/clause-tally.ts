/** How often each clause was kept and broken by the exchanges of a connector, summed up to one verdict each. Pure. */
import type { Clause } from '../../../schemas/clauses/clause.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { ClauseResult } from '../../../schemas/record/run-record.js';

type Counts = ClauseResult['cases'];

export class ClauseTally {
  readonly #counts = new Map<ClauseId, Counts>();

  add(clause: ClauseId, verdict: keyof Counts): void {
    let counts = this.#counts.get(clause);
    if (counts === undefined) {
      counts = { conformant: 0, nonconformant: 0, inconclusive: 0, observed: 0 };
      this.#counts.set(clause, counts);
    }
    counts[verdict] += 1;
  }

  /** Results in the order of the list. */
  results(list: readonly (Clause & { readonly id: ClauseId })[]): readonly ClauseResult[] {
    return list.map((clause) => {
      const cases = this.#counts.get(clause.id) ?? { conformant: 0, nonconformant: 0, inconclusive: 0, observed: 0 };
      const { id, place, owes, sureness, statement } = clause;
      return { id, place, owes, sureness, statement, verdict: verdictOf(cases), cases };
    });
  }
}

/** One failure outweighs everything; something undecided outweighs what passed. */
function verdictOf(cases: Counts): ClauseResult['verdict'] {
  if (cases.nonconformant > 0) return 'nonconformant';
  if (cases.inconclusive > 0) return 'inconclusive';
  if (cases.conformant > 0) return 'conformant';
  return cases.observed > 0 ? 'observed' : 'not exercised';
}
