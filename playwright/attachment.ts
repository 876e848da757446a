/**
 * What a test leaves for the reporter: one NDJSON attachment, secrets already removed, so that sharded runs merge.
 * Written by the worker, read in another process, perhaps on another machine.
 */

import type { Trouble } from '../engine/service/preflight.js';
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
