/** Why a run cannot go on: the cause, and a sentence for people. */
import type { Cause } from '../../verdicts/verdict.js';

export interface Trouble {
  readonly cause: Cause;
  /** One sentence for people. */
  readonly reason: string;
}
