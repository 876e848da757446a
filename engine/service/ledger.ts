/** What a probe finds, counted by clause and kept small: alike findings once, with their number. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { Observation } from '../../verdicts/service/history.js';
import type { Finding, ProbeOutcome, Tally } from '../../verdicts/service/outcome.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Place, Probe } from './probe.js';

/** What a judge makes of an answer. */
export interface Booked {
  /** Clauses that it keeps. */
  readonly passes?: readonly ClauseId[];
  readonly findings?: readonly Finding[];
  /** Clauses that nothing could be sent for, and why: they stay not exercised. */
  readonly skips?: readonly { readonly clause: ClauseId; readonly cause: Cause }[];
}

export class Ledger {
  readonly #tallies = new Map<ClauseId, Tally>();
  readonly #findings: Finding[] = [];
  readonly #observations: Observation[] = [];
  readonly #skipped: { clause: ClauseId; cause: Cause }[] = [];

  readonly #unexercised: ReadonlySet<ClauseId>;

  /** @param unexercised clauses that this run cannot exercise with the subjects it has: what passes proves nothing. */
  constructor(unexercised: ReadonlySet<ClauseId> = new Set()) {
    this.#unexercised = unexercised;
  }

  book({ passes = [], findings = [], skips = [] }: Booked): void {
    for (const clause of passes) this.pass(clause);
    for (const finding of findings) this.record(finding);
    for (const { clause, cause } of skips) this.skip(clause, cause);
  }

  pass(clause: ClauseId, count = 1): void {
    if (this.#unexercised.has(clause)) {
      if (!this.#skipped.some((one) => one.clause === clause)) this.skip(clause, '--reuse-subjects');
      return;
    }
    this.#tally(clause).conformant += count;
  }

  record(finding: Finding): void {
    this.#tally(finding.clause)[finding.verdict] += 1;
    this.#findings.push(finding);
  }

  /** Nothing could be sent for a clause, and why: it stays not exercised. */
  skip(clause: ClauseId, cause: Cause): void {
    this.#skipped.push({ clause, cause });
  }

  observe(observation: Observation): void {
    this.#observations.push(observation);
  }

  outcome(place: Place, probe: Probe, requests: number, durationMs: number): ProbeOutcome {
    return {
      title: probe.title,
      place: place.name,
      clause: probe.clause,
      tallies: Object.fromEntries(this.#tallies),
      skipped: this.#skipped,
      findings: this.#findings,
      observations: this.#observations,
      requests,
      durationMs,
    };
  }

  #tally(clause: ClauseId): Tally {
    const tally = this.#tallies.get(clause) ?? { conformant: 0, nonconformant: 0, inconclusive: 0, observed: 0 };
    this.#tallies.set(clause, tally);
    return tally;
  }
}
