/**
 * The id of a finding, which names a file and a place of a page as well: clause and case, and what else keeps two findings
 * apart, joined by two hyphens. The same failure has the same id in every run; findings of one id are alike. Pure.
 */
import type { CaseFacts } from '../schemas/record/case.schema.js';
import { findingIdPattern } from '../schemas/record/finding.schema.js';
import type { FindingRecord } from '../schemas/record/run-record.js';

/** What a finding is told apart by. */
export interface FindingName {
  readonly clause: string;
  readonly verdict: FindingRecord['verdict'];
  readonly cause?: string | undefined;
  readonly case: Pick<CaseFacts, 'slug' | 'known'>;
}

/** `headers--org-id--length--the-18-character-form`; behind it what a plain failure of the case has not. */
export function findingId({ clause, verdict, cause, case: { slug, known } }: FindingName): string {
  return [
    ...clause.split('/'),
    slug,
    ...(known === true ? ['known-pair'] : []),
    ...(verdict === 'nonconformant' ? [] : [verdict]),
    ...(cause === undefined ? [] : [cause.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')]),
  ].join('--');
}

const form = new RegExp(findingIdPattern);

/** Whether an id that was read from a file is one of ours, and so safe as the name of a file and as a fragment. */
export function isFindingId(id: string): boolean {
  return id.length <= longestFindingId && form.test(id);
}

/** No file system takes more than 255 bytes for a name. */
const longestFindingId = 240;
