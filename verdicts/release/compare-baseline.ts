/**
 * A run beside an earlier one: what is new, still failing, fixed, gone or undecided, by clause and by case. Pure.
 * Waived failures are failures here; they are marked.
 */
import { defaultOperation } from '../../schemas/operations/operations.js';
import type { ClauseResult, FindingRecord, RunRecord, ServiceRecord } from '../../schemas/record/run-record.js';

export type BaselineSection = NonNullable<RunRecord['baseline']>;
type Change = BaselineSection['clauses'][number]['change'];
type Verdict = ClauseResult['verdict'] | 'absent';

export interface Baseline {
  /** As it was named. */
  readonly file: string;
  readonly record: RunRecord;
}

export function compareWithBaseline(baseline: Baseline, record: RunRecord, gate: 'all' | 'new'): BaselineSection {
  const before = baseline.record;
  const clauses = clauseChanges(before, record);
  const changes = new Map(clauses.map(({ id, change }) => [id, change]));
  const [old, current] = [failuresOf(before), failuresOf(record)];
  const findings = findingChanges(old, current, changes);
  const of = (change: Change): number => clauses.filter((one) => one.change === change).length;
  return {
    file: baseline.file,
    gate,
    startedAt: before.startedAt,
    ...(before.seed === undefined ? {} : { seed: before.seed }),
    edition: before.edition,
    ...(before.judges === 'service' ? { level: before.level, layout: before.layout } : {}),
    baseUrl: before.target.baseUrl,
    version: before.tool.version,
    warnings: [
      ...differencesOf(before, record),
      ...unnamedWarning('The baseline', old),
      ...unnamedWarning('This record', current),
    ],
    counts: {
      new: of('new'),
      still: of('still failing'),
      fixed: of('fixed'),
      gone: of('gone'),
      undecided: of('undecided'),
    },
    newFailures: findings.filter(({ change, waived }) => change === 'new' && !waived).length,
    clauses,
    findings,
  };
}

const fails = (verdict: Verdict): boolean => verdict === 'nonconformant' || verdict === 'waived';
const isExercised = (verdict: Verdict): boolean => verdict !== 'absent' && verdict !== 'not exercised';

function clauseChanges(before: RunRecord, now: RunRecord): BaselineSection['clauses'] {
  const verdictsOf = (record: RunRecord) =>
    new Map<string, Verdict>(record.clauses.map((one) => [one.id, one.verdict]));
  const [old, current] = [verdictsOf(before), verdictsOf(now)];
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((id) => {
    const was = old.get(id) ?? 'absent';
    const is = current.get(id) ?? 'absent';
    const change = changeOf(was, is);
    return change === undefined ? [] : [{ id, change, before: was, now: is }];
  });
}

function changeOf(was: Verdict, is: Verdict): Change | undefined {
  if (fails(is)) return fails(was) ? 'still failing' : 'new';
  if (!isExercised(is)) return isExercised(was) ? 'gone' : undefined;
  if (is === 'inconclusive') return fails(was) || was === 'conformant' ? 'undecided' : undefined;
  return fails(was) ? 'fixed' : undefined;
}

/** What is found so differs from run to run without meaning anything: in what was drawn, in order, in what a connector does. */
const drawn: readonly FindingRecord['foundBy'][] = ['search', 'sequence', 'history', 'watching'];

/** Such findings are compared by their clause, and so are those about identities, and those that name no case. */
function isByClause({ clause, case: named, foundBy }: FindingRecord): boolean {
  return named === undefined || drawn.includes(foundBy) || clause.startsWith('behaviour/');
}

/** The failures of a record as the other record looks for them. */
interface Failures {
  readonly list: readonly FindingRecord[];
  readonly keys: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  /** Clauses with a failure that names no case, as in records of earlier versions. */
  readonly unnamed: ReadonlySet<string>;
}

function failuresOf(record: RunRecord): Failures {
  const list = record.findings.filter(({ verdict }) => verdict === 'nonconformant');
  return {
    list,
    keys: new Set(list.map(keyOf)),
    clauses: new Set(list.map(({ clause }) => clause)),
    unnamed: new Set(list.filter(({ case: named }) => named === undefined).map(({ clause }) => clause)),
  };
}

/** Ids of findings without a case tell nothing of another run. */
function keyOf({ clause, case: named, id }: FindingRecord): string {
  return JSON.stringify(named === undefined ? [clause, { id }] : [clause, named.slug, named.known === true]);
}

function isAmong(finding: FindingRecord, { keys, clauses, unnamed }: Failures): boolean {
  const { clause } = finding;
  return keys.has(keyOf(finding)) || ((isByClause(finding) || unnamed.has(clause)) && clauses.has(clause));
}

function findingChanges(
  old: Failures,
  current: Failures,
  clauses: ReadonlyMap<string, Change>,
): BaselineSection['findings'] {
  const changes: BaselineSection['findings'] = [];
  const told = new Set<string>();
  for (const finding of current.list) {
    told.add(keyOf(finding));
    changes.push({
      ...nameOf(finding),
      change: isAmong(finding, old) ? 'still failing' : 'new',
      waived: finding.waiver !== undefined,
      finding: finding.id,
    });
  }
  for (const finding of old.list) {
    if (isAmong(finding, current) || told.has(keyOf(finding))) continue;
    told.add(keyOf(finding));
    // The case may not have been sent again: what its clause came to says the most that is known.
    const change = clauses.get(finding.clause);
    const isOpen = change === 'gone' || change === 'undecided';
    changes.push({ ...nameOf(finding), change: isOpen ? change : 'fixed', waived: false });
  }
  return changes;
}

function nameOf({ clause, case: named, label }: FindingRecord) {
  return { clause, ...(named === undefined ? {} : { slug: named.slug }), label };
}

function unnamedWarning(record: string, { unnamed }: Failures): readonly string[] {
  if (unnamed.size === 0) return [];
  return [
    `${record} was written by an earlier version, which named no cases: its failures are compared by clause alone, so that a further failure of a clause that failed before does not count as new.`,
  ];
}

type Difference = readonly [what: string, was: string, is: string, so: string];

/** What makes the two runs hard to compare, in words. */
function differencesOf(before: RunRecord, now: RunRecord): string[] {
  const rows: readonly Difference[] = [
    ['kind of target', before.judges, now.judges, 'it owes other clauses'],
    ['edition', before.edition, now.edition, 'clauses that only one of them has are new or gone'],
    ...(before.judges === 'service' && now.judges === 'service' ? differencesOfServices(before, now) : []),
    ...(before.seed === undefined || now.seed === undefined
      ? []
      : [['seed', String(before.seed), String(now.seed), 'what is drawn at random differs'] as const]),
    ['version of the suite', before.tool.version, now.tool.version, 'clauses and cases may have changed'],
    // Our own mock and org listen on another port each time.
    ...(isOurs(before) && isOurs(now)
      ? []
      : [['target', before.target.baseUrl, now.target.baseUrl, 'another service was judged'] as const]),
  ];
  const warnings = rows
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is, so]) => `The baseline has another ${what}, ${was}, not ${is}: ${so}.`);
  if (before.cutShort) warnings.push('The baseline was cut short: what it did not reach counts as new when it fails.');
  return warnings;
}

function differencesOfServices(before: ServiceRecord, now: ServiceRecord): readonly Difference[] {
  return [
    ['operation', operationOfRun(before), operationOfRun(now), 'it owes other clauses'],
    ['level', before.level, now.level, 'more or fewer cases were sent'],
    ['layout', before.layout, now.layout, 'every request was written another way'],
    ['choice of --only', before.only.join(', ') || 'all', now.only.join(', ') || 'all', 'other clauses were exercised'],
  ];
}

/** Earlier versions judged one operation and did not name it. */
const operationOfRun = ({ operation = defaultOperation }: ServiceRecord): string => operation;

/** Whether the far side was the embedded mock, or the org of `gate`, which alone plays scenarios. */
function isOurs(record: RunRecord): boolean {
  return record.judges === 'service' ? record.target.kind === 'embedded mock' : record.scenarios !== undefined;
}
