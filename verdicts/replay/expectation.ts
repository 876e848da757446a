/** What the judge asked of the case behind a finding, and whether the case alone shows the failure. Pure. */

import type { ReplayCase } from '../../schemas/record/replay-case.js';
import type { FindingRecord } from '../../schemas/record/run-record.js';
import { isStory } from './replay-request.js';

export type ReplayExpectation = ReplayCase['expects'];

/** Undefined for findings that no single case can show again, and for those of records that name no expectation. */
export function expectationOf({ expects }: Pick<FindingRecord, 'expects'>): ReplayExpectation | undefined {
  return expects === 'nothing' ? undefined : expects;
}

/** Whether identifiers are compared, and not what becomes of one request. */
export function isAboutIdentity(expects: ReplayExpectation): boolean {
  return expects === 'same identifier' || expects === 'other identifier';
}

/** Splits that hang on what was asked for in between, which a replay does not ask for again. */
const hangOnOthers = [
  'behaviour/same-pair/for-ever',
  'behaviour/same-pair/after-refusal',
  'behaviour/new-conversation',
];

/** Whether the case alone shows the failure, so that coming right proves that it is mended. */
export function isWholeStory(finding: FindingRecord): boolean {
  if (isStory(finding)) return isShrunk(finding);
  const { foundBy, verdict, cause, confirmed, clause } = finding;
  if (foundBy === 'sequence') return false;
  if (verdict === 'inconclusive') return cause !== 'not reproduced';
  if (confirmed === 'in company' || confirmed === 'on kept connections' || finding.case?.beside === true) return false;
  return !hangOnOthers.includes(clause);
}

/** A sequence that has failed alone, and was made so short that every step is needed: nothing else is. */
function isShrunk({ steps = [], foundBy, confirmed, expects }: FindingRecord): boolean {
  const hangsOnOthers = steps.some(({ others = 0, waitMs = 0 }) => others + waitMs > 0);
  return foundBy === 'sequence' && confirmed === 'alone' && !hangsOnOthers && expects === 'same identifier';
}
