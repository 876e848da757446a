/**
 * What becomes of each waiver in a run, and which broken clauses are waived. Pure.
 *
 * Only what is nonconformant can be waived; what is inconclusive stays undecided. A waiver is no longer needed when
 * every clause of it that a service owes was exercised at level standard or deep and none is broken or undecided: a
 * clause that was left out, or met a few cases only, may be the very one that fails.
 */

import type { RunRecord } from '../../../schemas/record/run-record.js';
import { count } from '../../record/run-verdict.js';
import type { Waiver } from './waiver.js';

type WaiverStatus = 'used' | 'expired' | 'no longer needed' | 'not decided' | 'not for this run';

export interface SettledWaiver {
  readonly waiver: Waiver;
  readonly status: WaiverStatus;
  /** The broken clauses that it covers. */
  readonly clauses: readonly string[];
  /** The status in one sentence for people. */
  readonly told: string;
}

/** @param today YYYY-MM-DD, UTC: a waiver holds to the end of its day. */
export function settleWaivers(waivers: readonly Waiver[], record: RunRecord, today: string): readonly SettledWaiver[] {
  return waivers.map((waiver) => settle(waiver, record, today));
}

/** The waiver of a broken clause: of several that hold, the one that names it most closely. */
export function waiverOf(id: string, settled: readonly SettledWaiver[]): Waiver | undefined {
  return settled
    .filter(({ status, clauses }) => status === 'used' && clauses.includes(id))
    .map(({ waiver }) => waiver)
    .sort((one, other) => other.clause.length - one.clause.length)[0];
}

function settle(waiver: Waiver, record: RunRecord, today: string): SettledWaiver {
  const covered = record.clauses.filter(({ id }) => coversClause(waiver, id));
  const clauses = covered.filter(({ verdict }) => verdict === 'nonconformant').map(({ id }) => id);
  const as = (status: WaiverStatus, told: string): SettledWaiver => ({ waiver, status, clauses, told });
  if (!isForRun(waiver, record)) {
    return { ...as('not for this run', 'It is meant for another edition or target.'), clauses: [] };
  }
  if (waiver.expires < today) {
    const still = clauses.length > 0 ? 'what it covers still fails' : 'nothing that it covers failed in this run';
    return as('expired', `It held until ${waiver.expires}, and ${still}.`);
  }
  if (clauses.length > 0) return as('used', `It covers ${count(clauses.length, 'broken clause')}.`);
  if (covered.length === 0) return as('not decided', 'This run has no clause that it covers.');
  if (covered.some(({ verdict }) => verdict === 'inconclusive')) {
    return as('not decided', 'What it covers could not be judged.');
  }
  const owed = covered.filter((clause) => clause.owes !== 'connector' && clause.verdict !== 'observed');
  if (owed.length === 0 || owed.some(({ verdict }) => verdict !== 'conformant')) {
    return as('not decided', 'Not all that it covers was exercised.');
  }
  const few = fewCasesOf(record);
  if (few !== undefined) {
    return as('not decided', `It conforms in the few cases of ${few}: let level standard tell before you remove it.`);
  }
  return as('no longer needed', 'What it covers was exercised and conforms.');
}

/** A connector decides itself what it sends: its run has neither level nor budget. */
function fewCasesOf(record: RunRecord): string | undefined {
  if (record.judges === 'connector') return undefined;
  if (record.level === 'smoke') return 'level smoke';
  return record.budget === undefined ? undefined : 'a small budget';
}

/** Whether a clause is the waiver's, by its whole id or by its beginning up to a slash. */
function coversClause(waiver: Pick<Waiver, 'clause'>, id: string): boolean {
  return id === waiver.clause || id.startsWith(`${waiver.clause}/`);
}

/** Whether a waiver is meant for this run at all. */
function isForRun(waiver: Waiver, record: Pick<RunRecord, 'edition' | 'target'>): boolean {
  if (waiver.edition !== undefined && waiver.edition !== record.edition) return false;
  return waiver.target === undefined || isTarget(waiver.target, record.target.baseUrl);
}

/** `host`, `host:port`, or a URL; a URL without a path stands for every base URL of that origin. */
function isTarget(wanted: string, baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const target = new URL(baseUrl);
  if (!wanted.includes('://')) return [target.host, target.hostname].includes(wanted.toLowerCase());
  if (!URL.canParse(wanted)) return false;
  const url = new URL(wanted);
  const path = (one: URL): string => one.pathname.replace(/\/+$/, '');
  return url.origin === target.origin && (path(url) === '' || path(url) === path(target));
}
