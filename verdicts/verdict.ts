/** The verdicts, their causes, and what one probed case says. */
import type { ClauseId } from '../schemas/clauses.js';

/** What a clause, a case or a run can come to. `waived` is put on by the gate, never by a judge. */
export const verdicts = ['conformant', 'nonconformant', 'inconclusive', 'not exercised', 'waived', 'observed'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a case could not be judged. */
export const causes = [
  'unreachable',
  'credentials refused',
  'control refused',
  'throttled',
  'budget spent',
  'cut short',
  'not reproduced',
  'opaque token',
  'not configured',
] as const;
export type Cause = (typeof causes)[number];

/** What a judge says of one case, before it is numbered and told in the run record. */
export interface Finding {
  readonly clause: ClauseId;
  readonly verdict: 'conformant' | 'nonconformant' | 'inconclusive' | 'observed';
  readonly cause?: Cause;
  /** What the clause lets the service do, in plain words. */
  readonly expected: string;
  /** What came. */
  readonly got: string;
}
