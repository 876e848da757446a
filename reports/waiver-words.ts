/** A waiver in one phrase, the same in every report: `until 2026-12-31 by Ann (OPS-17): the gateway ...`. */
import type { ClauseResult } from '../schemas/record/run-record.js';
import { clipped } from '../text/clip.js';

export function waiverWords({ reason, owner, ticket, expires }: NonNullable<ClauseResult['waiver']>): string {
  return `until ${expires} by ${clipped(owner, 100)} (${clipped(ticket, 100)}): ${clipped(reason, 300)}`;
}
