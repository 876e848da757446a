/** A probe on its way through the rounds of a run: its ledger, its requests, its time, its outcome. */
import { clausesOf } from '../../schemas/clauses/clauses.js';
import type { ProbeOutcome } from '../../verdicts/service/outcome.js';
import type { Cause } from '../../verdicts/verdict.js';
import { isSelected, type Step } from './places.js';
import type { ProbeContext } from './probe-context.js';
import type { Run } from './run.js';

export class StepInRun {
  readonly #run: Run;
  readonly #step: Step;
  readonly #context: ProbeContext;
  #requests = 0;
  #durationMs = 0;

  constructor(run: Run, step: Step) {
    this.#run = run;
    this.#step = step;
    this.#context = run.contextFor(step.place, step.probe);
  }

  /** Does what is due in the round of the run; gives the outcome of all rounds so far. */
  async go(): Promise<ProbeOutcome> {
    const { sender } = this.#run.sending;
    const before = sender.counts.requests;
    const started = performance.now();
    this.#takeOpenFindings();
    await this.#step.probe.run(this.#context);
    this.#requests += sender.counts.requests - before;
    this.#durationMs += performance.now() - started;
    return this.outcome;
  }

  /** Its clause is told as not exercised with the cause, unless it was. */
  skip(cause: Cause): ProbeOutcome {
    this.#takeOpenFindings();
    this.#context.ledger.skip(this.#step.probe.clause, cause);
    return this.outcome;
  }

  #takeOpenFindings(): void {
    for (const finding of this.#run.openFindings.splice(0)) this.#context.ledger.record(finding);
  }

  /** What the budget did not reach of all clauses; what was sent for a clause, and other causes, outweigh it. */
  skipUnreached(): void {
    const { options, names } = this.#run;
    const { edition, only } = options;
    const owed = clausesOf(edition, names.operation.id).filter(
      ({ id, owes }) => owes !== 'connector' && isSelected(id, only),
    );
    for (const { id } of owed) this.#context.ledger.skip(id, 'budget spent');
  }

  get outcome(): ProbeOutcome {
    const { place, probe } = this.#step;
    return this.#context.ledger.outcome(place, probe, this.#requests, this.#durationMs);
  }
}
