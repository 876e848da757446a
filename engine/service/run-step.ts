/** One probe from beginning to end: its ledger, its requests, its time, its outcome. */
import type { ProbeOutcome } from '../../verdicts/service/outcome.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Step } from './places.js';
import type { Run } from './run.js';

export async function runStep(run: Run, { place, probe }: Step): Promise<ProbeOutcome> {
  const context = run.contextFor(place, probe);
  const { sender } = run.sending;
  const before = sender.counts.requests;
  const started = performance.now();
  await probe.run(context);
  return context.ledger.outcome(place, probe, sender.counts.requests - before, performance.now() - started);
}

/** The outcome of a probe that was not run, so that its clause is told as not exercised with the cause. */
export function skipStep(run: Run, { place, probe }: Step, cause: Cause): ProbeOutcome {
  const { ledger } = run.contextFor(place, probe);
  ledger.skip(probe.clause, cause);
  return ledger.outcome(place, probe, 0, 0);
}
