/** One probe from beginning to end: its ledger, its requests, its time, its outcome. */
import type { ProbeOutcome } from '../../verdicts/service/outcome.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Step } from './places.js';
import type { Session } from './session.js';

export async function runStep(session: Session, { place, probe }: Step): Promise<ProbeOutcome> {
  const ledger = session.begin(place, probe);
  const before = session.sender.counts.requests;
  const started = performance.now();
  await probe.run(session);
  return ledger.outcome(place, probe, session.sender.counts.requests - before, performance.now() - started);
}

/** The outcome of a probe that was not run, so that its clause is told as not exercised with the cause. */
export function skipStep(session: Session, { place, probe }: Step, cause: Cause): ProbeOutcome {
  const ledger = session.begin(place, probe);
  ledger.skip(probe.clause, cause);
  return ledger.outcome(place, probe, 0, 0);
}
