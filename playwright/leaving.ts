/**
 * What a test leaves for the reporter: one NDJSON attachment, secrets already removed, so that sharded runs merge.
 * Written by the worker, read in another process, perhaps on another machine. What the tests of several shards left is
 * put together as if one run had sent it all.
 */

import type { Trouble } from '../engine/service/trouble.js';
import type { EvidenceItem } from '../schemas/record/run-record.js';
import type { RunInfo } from '../verdicts/record/run-info.js';
import type { LeftBehind } from '../verdicts/service/left-behind.js';
import type { ProbeOutcome } from '../verdicts/service/outcome.js';

export const attachmentName = 'byoc-conformance-outcome';

export interface Leaving {
  /** The same for all tests of one process of Playwright: one shard. */
  readonly run: string;
  readonly info: RunInfo;
  readonly outcome: ProbeOutcome;
  readonly evidence: readonly EvidenceItem[];
  readonly cost: { readonly requests: number; readonly throttled: number; readonly waitedMs: number };
  readonly audited: number;
  readonly leftBehind: LeftBehind;
  readonly trouble?: Trouble;
}

export function writeLeaving({ evidence, ...rest }: Leaving): string {
  return [rest, ...evidence].map((line) => JSON.stringify(line)).join('\n');
}

export function readLeaving(text: string): Leaving {
  const [first = '{}', ...evidence] = text.split('\n');
  // Written by writeLeaving above.
  return { ...JSON.parse(first), evidence: evidence.map((line) => JSON.parse(line)) } as Leaving;
}

/** Beyond every number that the workers of one shard give. */
const numbersPerShard = 1_000_000_000;

/** Why the shards cannot be judged as one run; undefined when they can. */
export function shardConflict(leavings: readonly Leaving[]): string | undefined {
  const targets = new Set(leavings.map(({ info }) => info.target.baseUrl));
  if (targets.size < 2) return undefined;
  return (
    `The shards ran against different services: ${[...targets].join(', ')}. One history of identities needs one ` +
    'service: without settings each shard starts a mock of its own. Serve one with byoc-conformance mock, or configure the org.'
  );
}

/** Leavings with numbers that are unique over all shards; those of the first shard keep theirs. */
export function numberApart(leavings: readonly Leaving[]): readonly Leaving[] {
  const shards = [...new Set(leavings.map(({ run }) => run))];
  return leavings.map((leaving) => renumbered(leaving, shards.indexOf(leaving.run) * numbersPerShard));
}

function renumbered(leaving: Leaving, offset: number): Leaving {
  if (offset === 0) return leaving;
  const { outcome, evidence } = leaving;
  const moved = (number: number | undefined): number | undefined =>
    number === undefined ? undefined : number + offset;
  const renumberedOutcome: ProbeOutcome = {
    ...outcome,
    findings: outcome.findings.map((finding) => ({
      ...finding,
      exchange: moved(finding.exchange),
      control: moved(finding.control),
      steps: finding.steps?.map((step) => ({
        ...step,
        exchange: moved(step.exchange),
        sends: step.sends?.map((number) => number + offset),
      })),
    })),
    observations: outcome.observations.map((one) => ({
      ...one,
      exchange: one.exchange + offset,
      connection: one.connection + offset,
      beside: one.beside?.map((number) => number + offset),
    })),
  };
  const renumberedEvidence = evidence.map((item) => ({ ...item, number: item.number + offset }));
  return { ...leaving, outcome: renumberedOutcome, evidence: renumberedEvidence };
}
