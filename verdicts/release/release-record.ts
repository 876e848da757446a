/**
 * Waivers and a baseline put on a judged run record: verdicts `waived`, the comparison, and the exit code that follows.
 * Pure, and the same whether it is done at the end of the run or afterwards: what was there before is taken off first.
 *
 * Exit codes, the first that applies: 1 for a failure that no waiver covers and `--gate new` does not let through, 4 for one
 * whose waiver has expired, 3 when the rest could not be judged, 4 for a waiver that is no longer needed, else 0. A waiver
 * to mend is told in the reason in any case.
 */
import type { ClauseResult, FindingRecord, RunRecord } from '../../schemas/record/run-record.js';
import { count, exitCodes, firstIds, type RunVerdict, runVerdict } from '../record/run-verdict.js';
import { type Baseline, compareWithBaseline } from './compare-baseline.js';
import { correctionOf, isToMend } from './waivers/correction.js';
import { settleWaivers, waiverOf } from './waivers/settle-waivers.js';
import type { WaiverFile } from './waivers/waiver.js';

/** What a release is decided by. */
export interface ReleaseTerms {
  readonly waivers?: WaiverFile;
  /** YYYY-MM-DD, UTC: the day by which expiry is judged; the day on which the run began when it is left out. */
  readonly today?: string;
  readonly baseline?: Baseline;
  /** `new` lets failures through that the baseline has already; `all` when it is left out. */
  readonly gate?: 'all' | 'new';
}

/** What is left out of the terms is as it was in the record. Without any the record is given back unchanged. */
export function decideRelease(record: RunRecord, { waivers, today, baseline, gate = 'all' }: ReleaseTerms): RunRecord {
  if (waivers === undefined && baseline === undefined) return record;
  const judged = record.judged ?? verdictOf(record);
  const day = today ?? record.startedAt.slice(0, 10);
  const waived = waivers === undefined ? record : applyWaivers(withoutWaivers(record), waivers, day);
  const { baseline: before, ...rest } = waived;
  const section = baseline === undefined ? before : compareWithBaseline(baseline, waived, gate);
  const compared: RunRecord = { ...rest, judged, ...(section === undefined ? {} : { baseline: section }) };
  const { verdict, exitCode, reason, cause } = releaseVerdict(compared, judged);
  const { cause: _, ...others } = compared;
  return { ...others, verdict, exitCode, reason, ...(cause === undefined ? {} : { cause }) };
}

function verdictOf({ verdict, exitCode, reason, cause }: RunRecord): RunVerdict {
  return { verdict, exitCode, reason, ...(cause === undefined ? {} : { cause }) };
}

function withoutWaivers(record: RunRecord): RunRecord {
  const bare = <T extends ClauseResult | FindingRecord>({ waiver: _, ...rest }: T): Omit<T, 'waiver'> => rest;
  return {
    ...record,
    clauses: record.clauses.map((clause) => ({
      ...bare(clause),
      verdict: clause.verdict === 'waived' ? 'nonconformant' : clause.verdict,
    })),
    findings: record.findings.map((finding) => bare(finding)),
  };
}

function applyWaivers(record: RunRecord, { file, waivers }: WaiverFile, today: string): RunRecord {
  const settled = settleWaivers(waivers, record, today);
  const correction = correctionOf(file, settled, today);
  const note = (id: string) => {
    const waiver = waiverOf(id, settled);
    if (waiver === undefined) return undefined;
    const { reason, owner, ticket, expires } = waiver;
    return { reason, owner, ticket, expires };
  };
  const section: NonNullable<RunRecord['waivers']> = {
    file,
    today,
    entries: settled.map(({ waiver: { lines: _, ...waiver }, status, clauses, told }) => ({
      ...waiver,
      status,
      clauses: [...clauses],
      told,
    })),
    ...(correction === undefined ? {} : { correction }),
  };
  return {
    ...record,
    waivers: section,
    clauses: record.clauses.map((clause) => {
      const waiver = clause.verdict === 'nonconformant' ? note(clause.id) : undefined;
      return waiver === undefined ? clause : { ...clause, verdict: 'waived', waiver };
    }),
    findings: record.findings.map((finding) => {
      const waiver = finding.verdict === 'nonconformant' ? note(finding.clause) : undefined;
      return waiver === undefined ? finding : { ...finding, waiver };
    }),
  };
}

function releaseVerdict(record: RunRecord, judged: RunVerdict): RunVerdict {
  const waived = record.clauses.filter(({ verdict }) => verdict === 'waived');
  const known = record.baseline?.gate === 'new' ? knownFailures(record, record.baseline) : [];
  const lapsed = lapsedFailures(record);
  const excused = new Set([...waived, ...known, ...lapsed].map(({ id }) => id));
  const rest = record.clauses.filter(({ id }) => !excused.has(id));
  const base = excused.size === 0 ? judged : judgeRest(rest, record);
  const toMend = (record.waivers?.entries ?? []).filter(isToMend);
  const told = (list: readonly ClauseResult[], how: string): readonly string[] =>
    list.length === 0 ? [] : [`${count(list.length, 'more clause')} ${isOrAre(list)} broken${how}: ${firstIds(list)}.`];
  const reason = [
    base.reason,
    ...told(waived, ' and waived'),
    ...told(lapsed, ', and the waiver has expired'),
    ...told(known, ' as in the baseline, which --gate new lets through'),
    ...(toMend.length === 0 ? [] : [tellToMend(toMend)]),
  ].join(' ');
  const exitCode = exitCodeOf(base.exitCode, lapsed.length > 0, toMend.length > 0);
  // What is broken stays broken, also where it is let through.
  const verdict = known.length + lapsed.length > 0 ? 'nonconformant' : base.verdict;
  return { verdict, exitCode, reason, ...(base.cause === undefined ? {} : { cause: base.cause }) };
}

function exitCodeOf(base: number, isLapsed: boolean, isToBeMended: boolean): number {
  if (base === exitCodes.nonconformant) return base;
  if (isLapsed || (isToBeMended && base === exitCodes.conformant)) return exitCodes['waiver to mend'];
  return base;
}

/** Broken, and covered by a waiver that has expired. */
function lapsedFailures(record: RunRecord): readonly ClauseResult[] {
  const entries = (record.waivers?.entries ?? []).filter(({ status }) => status === 'expired');
  const lapsed = new Set(entries.flatMap(({ clauses }) => clauses));
  return record.clauses.filter(({ id, verdict }) => verdict === 'nonconformant' && lapsed.has(id));
}

/** Broken before, and broken in no new way. */
function knownFailures(record: RunRecord, baseline: NonNullable<RunRecord['baseline']>): readonly ClauseResult[] {
  const still = new Set(baseline.clauses.filter(({ change }) => change === 'still failing').map(({ id }) => id));
  const anew = new Set(baseline.findings.filter(({ change }) => change === 'new').map(({ clause }) => clause));
  return record.clauses.filter(({ id, verdict }) => verdict === 'nonconformant' && still.has(id) && !anew.has(id));
}

/** The verdict of what is left when waived and known failures are looked away from. */
function judgeRest(rest: readonly ClauseResult[], record: RunRecord): RunVerdict {
  const decided = rest.some(({ verdict }) => ['conformant', 'nonconformant', 'inconclusive'].includes(verdict));
  if (!decided && record.trouble === undefined && !record.cutShort) {
    return { verdict: 'conformant', exitCode: exitCodes.conformant, reason: 'Nothing else was exercised.' };
  }
  const { cutShort, trouble } = record;
  return runVerdict(rest, { cutShort, trouble, budget: record.judges === 'service' ? record.budget : undefined });
}

function tellToMend(entries: NonNullable<RunRecord['waivers']>['entries']): string {
  const named = entries.map(({ clause, status }) => ({ id: `${clause} (${status})` }));
  return `${count(entries.length, 'waiver')} ${entries.length === 1 ? 'has' : 'have'} to be mended: ${firstIds(named)}.`;
}

const isOrAre = ({ length }: readonly ClauseResult[]): string => (length === 1 ? 'is' : 'are');
