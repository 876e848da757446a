/** A waiver and a baseline in words, the same in every report. */
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
