/** What is known of a run beside its outcomes; without secrets, so that it can be written down. */
import type { RunRecord } from '../schemas/run-record.js';
import type { Cause } from './verdict.js';

export type RunInfo = Pick<
  RunRecord,
  'tool' | 'startedAt' | 'seed' | 'edition' | 'level' | 'layout' | 'only' | 'target' | 'plan' | 'warnings'
>;

/** How the run came to its end, and what it cost. */
export interface RunEnding {
  readonly durationMs: number;
  readonly requests: number;
  readonly throttled: { readonly count: number; readonly waitedMs: number };
  readonly audited: number;
  readonly cutShort: boolean;
  /** Why the run could not go on, when it could not: the cause and a sentence for people. */
  readonly trouble?: { readonly cause: Cause; readonly reason: string };
}
