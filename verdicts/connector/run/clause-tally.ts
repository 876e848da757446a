/** How often each clause was kept and broken by the exchanges of a connector, summed up to one verdict each. Pure. */
import type { Clause } from '../../../schemas/clauses/clause.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { ClauseResult } from '../../../schemas/record/run-record.js';
import { clauseResult, noCases } from '../../service/clause-results.js';
import type { Tally } from '../../service/outcome.js';

export class ClauseTally {
  readonly #counts = new Map<ClauseId, Tally>();

  add(clause: ClauseId, verdict: keyof Tally): void {
    const counts = this.#counts.get(clause) ?? noCases();
    this.#counts.set(clause, counts);
    counts[verdict] += 1;
  }

  /** Results in the order of the list. */
  results(list: readonly (Clause & { readonly id: ClauseId })[]): readonly ClauseResult[] {
    return list.map((clause) => clauseResult(clause, this.#counts.get(clause.id) ?? noCases()));
  }
}
