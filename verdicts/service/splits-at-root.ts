/** Splits that probes found by themselves, under the clause that explains all splits of the run. Pure. */
import { noCases } from './clause-results.js';
import { byPair, type Observation, rootOfSplits } from './history.js';
import type { Finding, ProbeOutcome, Tally } from './outcome.js';

/** What explains all splits of a run explains those as well that a sequence found by itself. */
export function splitsAtRoot(
  outcomes: readonly ProbeOutcome[],
  history: readonly Observation[],
): readonly ProbeOutcome[] {
  const isFound = ({ history: kind }: Finding): boolean => kind === 'split';
  const root = outcomes.some(({ findings }) => findings.some(isFound))
    ? rootOfSplits([...byPair(history).values()])?.clause
    : undefined;
  if (root === undefined) return outcomes;
  return outcomes.map((outcome) => {
    const tallies: Record<string, Tally> = structuredClone(outcome.tallies);
    const findings = outcome.findings.map((finding) => {
      const own = tallies[finding.clause];
      if (!isFound(finding) || own === undefined) return finding;
      own.nonconformant -= 1;
      tallies[root] = { ...noCases(), ...tallies[root] };
      tallies[root].nonconformant += 1;
      return { ...finding, clause: root };
    });
    return { ...outcome, findings, tallies };
  });
}
