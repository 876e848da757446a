/** What is known of a run beside its outcomes; without secrets, so that it can be written down. */
import type { EditionId } from '../../schemas/editions/editions.js';
import type { ServiceRecord } from '../../schemas/record/run-record.js';
import type { Cause } from '../verdict.js';

export type RunInfo = { readonly edition: EditionId } & Pick<
  ServiceRecord,
  | 'tool'
  | 'startedAt'
  | 'seed'
  | 'level'
  | 'operation'
  | 'layout'
  | 'only'
  | 'memoryMs'
  | 'reuseSubjects'
  | 'target'
  | 'plan'
  | 'warnings'
>;

/** How the run came to its end, and what it cost. */
export interface RunEnding {
  readonly durationMs: number;
  readonly requests: number;
  readonly throttled: { readonly count: number; readonly waitedMs: number };
  readonly audited: number;
  readonly cutShort: boolean;
  /** Present when the budget did not pay for the level. */
  readonly budget?: { readonly maxRequests: number; readonly levelRequests: number };
  /** Why the run could not go on, when it could not: the cause and a sentence for people. */
  readonly trouble?: { readonly cause: Cause; readonly reason: string };
}
