/** What decides a release in words, the same in every report: the answer to "May this be released?", a waiver, a baseline. */
import type { ClauseResult, RunRecord } from '../schemas/record/run-record.js';
import { clipped } from '../text/clip.js';
import { formatTime } from '../text/format.js';

/** `until 2026-12-31 by Ann (OPS-17): the gateway ...`. */
export function waiverWords({ reason, owner, ticket, expires }: NonNullable<ClauseResult['waiver']>): string {
  return `until ${expires} by ${clipped(owner, 100)} (${clipped(ticket, 100)}): ${clipped(reason, 300)}`;
}

/** `Beside last/run.json of 2026-11-01 10:00:00 UTC: 1 new, 2 still failing, 0 fixed, 0 gone.` */
export function baselineWords({
  file,
  startedAt,
  counts,
  newFailures,
  gate,
}: NonNullable<RunRecord['baseline']>): string {
  const undecided = counts.undecided === 0 ? '' : `, ${counts.undecided} undecided`;
  const gated = gate === 'new' ? ` New failures that are not waived: ${newFailures}.` : '';
  return (
    `Beside ${clipped(file, 200)} of ${formatTime(startedAt)}, by clause: ${counts.new} new, ${counts.still} still failing, ` +
    `${counts.fixed} fixed, ${counts.gone} gone${undecided}.${gated}`
  );
}

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
