/** What the judge asked of the case behind a finding, read from what the finding says was expected. Pure. */

import type { ReplayCase } from '../../schemas/record/replay-case.js';
import type { FindingRecord } from '../../schemas/record/run-record.js';
import { isStory } from './story-requests.js';

export type ReplayExpectation = ReplayCase['expects'];

/** Beginnings of `expected`, the first that fits counts; tests hold them to what the engine writes. */
const beginnings: readonly (readonly [string, ReplayExpectation])[] = [
  ['acceptance or a refusal', 'acceptance or refusal'],
  ['acceptance', 'acceptance'],
  ['200, 201 or 202', 'acceptance'],
  ['a refusal that gives away', 'clean refusal'],
  ['a refusal', 'refusal'],
  ['the identifier given before', 'same identifier'],
  ['an identifier of its own', 'other identifier'],
];

/** Undefined for findings that no single case can show again. */
export function expectationOf({ expected }: Pick<FindingRecord, 'expected'>): ReplayExpectation | undefined {
  return beginnings.find(([beginning]) => expected.startsWith(beginning))?.[1];
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
  if (finding.replay?.path !== undefined && finding.steps !== undefined) return false;
  if (finding.verdict === 'inconclusive') return finding.cause !== 'not reproduced';
  if (finding.got.includes('only now and then') || finding.got.includes('in the search')) return false;
  if (finding.label.startsWith('beside calls')) return false;
  return !hangOnOthers.includes(finding.clause);
}

/** A sequence that has failed alone, and was made so short that every step is needed: nothing else is. */
function isShrunk({ steps = [], replay, expected, got }: FindingRecord): boolean {
  const isAlone = replay?.path !== undefined && !got.includes('beside other sequences only');
  const hangsOnOthers = steps.some(({ others = 0, waitMs = 0 }) => others + waitMs > 0);
  return isAlone && !hangsOnOthers && expected.startsWith('the identifier given before');
}
