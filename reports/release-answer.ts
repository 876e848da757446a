/** The answer to "May this be released?", which every report gives first and in the same words. */
import type { RunRecord } from '../schemas/record/run-record.js';

export interface ReleaseAnswer {
  readonly word: 'YES' | 'NO' | 'UNDECIDED';
  /** Why, in one sentence. */
  readonly reason: string;
}

/**
 * YES needs exit code 0 of a run that was not cut short: conformant, or with failures that `--gate new` lets through. One
 * proven failure that it does not makes a NO, also when the run was cut short. All else is UNDECIDED: a run that could not judge must not read like a release.
 */
export function releaseAnswer(record: RunRecord): ReleaseAnswer {
  const letThrough = record.baseline?.gate === 'new' && record.exitCode !== 1;
  if (record.verdict === 'nonconformant' && !letThrough) return { word: 'NO', reason: record.reason };
  if (record.cutShort) return { word: 'UNDECIDED', reason: because(record, 'the run was cut short') };
  if ((record.verdict === 'conformant' || letThrough) && record.exitCode === 0)
    return { word: 'YES', reason: record.reason };
  return { word: 'UNDECIDED', reason: because(record, record.cause) };
}

function because(record: RunRecord, cause: string | undefined): string {
  if (cause === undefined || record.reason.toLowerCase().includes(cause.toLowerCase())) return record.reason;
  return `${record.reason.replace(/[.\s]+$/, '')} (${cause}).`;
}
