/** The form of a check: one clause, one condition, one refusal. Written by hand, so that the schemas have an oracle beside them. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { Refusal } from './refusal.js';
import type { Settings } from './settings.js';

export interface Check<Reading> {
  /** Absent for what the service may refuse although no clause says so. */
  readonly clause?: ClauseId;
  readonly status: number;
  readonly code: number;
  /** What is wrong, in plain words, without a value out of the request. */
  readonly message: string;
  /** Whether the request is wrong. The checks in front of this one have passed. */
  fails(reading: Reading, settings: Settings): boolean;
}

/** The refusal of the first check that fails, in the order of the list. */
export function firstRefusal<Reading>(
  checks: readonly Check<Reading>[],
  reading: Reading,
  settings: Settings,
): Refusal | undefined {
  const failed = checks.find((check) => check.fails(reading, settings));
  if (failed === undefined) return undefined;
  const { clause, status, code, message } = failed;
  return { ...(clause === undefined ? {} : { clause }), status, code, message };
}
