/** What every report needs to know of a run record: counts, groups and orders, worked out once and nowhere else. */
import type { ClauseResult, EvidenceItem, FindingRecord, RunRecord } from '../schemas/record/run-record.js';

export type ClauseVerdict = ClauseResult['verdict'];

/** The verdicts in the order in which reports tell them: what needs a person first. */
export const verdictOrder = [
  'nonconformant',
  'inconclusive',
  'waived',
  'not exercised',
  'observed',
  'conformant',
] as const satisfies readonly ClauseVerdict[];

interface ClauseGroup {
  readonly place: string;
  readonly clauses: readonly ClauseResult[];
}

/** Failures that one mend settles, most important first. */
export interface FailureGroup {
  /** Absent where a failure stands alone. */
  readonly rootCause?: NonNullable<FindingRecord['rootCause']>;
  readonly shown: FindingRecord;
  readonly others: readonly FindingRecord[];
  readonly clauses: readonly string[];
  /** Cases that failed; what is held against their answers as well is no further case. */
  readonly cases: number;
}

export interface Overview {
  /** How many clauses have each verdict that there is, in the order of telling, without those that the judged party does not owe and that nothing was sent for. */
  readonly counts: ReadonlyMap<ClauseVerdict, number>;
  /** Clauses by place, both in the order of the record. */
  readonly groups: readonly ClauseGroup[];
  /** Nonconformant findings, most important first, each with those that one mend settles as well, without those that are waived. */
  readonly failures: readonly FindingRecord[];
  /** The same by what one mend settles, in the order of the first of each. */
  readonly failureGroups: readonly FailureGroup[];
  /** Nonconformant findings that are waived, most important first. */
  readonly waived: readonly FindingRecord[];
  /** Findings that could not be judged, in the order of the record. */
  readonly undecided: readonly FindingRecord[];
  readonly observations: readonly FindingRecord[];
  readonly clauseOf: (id: string) => ClauseResult | undefined;
  readonly evidenceOf: (exchange: number | undefined) => EvidenceItem | undefined;
  /** Time that the tests of a clause took, in milliseconds; undefined where no tests ran, as for a connector. */
  readonly durationOf: (clause: string) => number | undefined;
}

export function overviewOf(record: RunRecord): Overview {
  const clauses = new Map(record.clauses.map((clause) => [clause.id, clause]));
  const evidence = new Map(record.evidence.map((item) => [item.number, item]));
  const of = (verdict: FindingRecord['verdict']) => record.findings.filter((finding) => finding.verdict === verdict);
  const broken = of('nonconformant').sort(byImportance(clauses));
  const failureGroups = groupByRootCause(broken.filter(({ waiver }) => waiver === undefined));
  return {
    counts: new Map(
      verdictOrder.map((verdict) => [verdict, countOf(record, verdict)] as const).filter(([, count]) => count > 0),
    ),
    groups: groupByPlace(record.clauses),
    failures: failureGroups.flatMap(({ shown, others }) => [shown, ...others]),
    failureGroups,
    waived: broken.filter(({ waiver }) => waiver !== undefined),
    undecided: of('inconclusive'),
    observations: of('observed'),
    clauseOf: (id) => clauses.get(id),
    evidenceOf: (exchange) => (exchange === undefined ? undefined : evidence.get(exchange)),
    durationOf: (id) =>
      record.judges === 'connector'
        ? undefined
        : record.specs.filter((spec) => spec.clause === id).reduce((sum, spec) => sum + spec.durationMs, 0),
  };
}

/** All cases of a clause, whatever came of them. */
export function casesOf(clause: ClauseResult): number {
  return Object.values(clause.cases).reduce((sum, count) => sum + count, 0);
}

function countOf({ clauses, judges }: RunRecord, verdict: ClauseVerdict): number {
  return clauses.filter((clause) => clause.verdict === verdict && !isElsewhere(clause, judges)).length;
}

/** What only connectors owe is no gap of a run that judges a service. */
export function isElsewhere({ owes, verdict }: ClauseResult, judges: RunRecord['judges']): boolean {
  return owes === 'connector' && verdict === 'not exercised' && judges !== 'connector';
}

function groupByPlace(clauses: readonly ClauseResult[]): readonly ClauseGroup[] {
  const groups = new Map<string, ClauseResult[]>();
  for (const clause of clauses) {
    const group = groups.get(clause.place);
    if (group === undefined) groups.set(clause.place, [clause]);
    else group.push(clause);
  }
  return Array.from(groups, ([place, members]) => ({ place, clauses: members }));
}

function groupByRootCause(failures: readonly FindingRecord[]): readonly FailureGroup[] {
  const groups = new Map<unknown, [FindingRecord, ...FindingRecord[]]>();
  for (const finding of failures) {
    // Its members always come in the same order.
    const key = finding.rootCause === undefined ? Symbol(finding.id) : JSON.stringify(finding.rootCause);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return Array.from(groups.values(), (members) => {
    const [shown, ...others] = members;
    const own = members.filter(({ clause, violation }) => violation === undefined || violation.clause === clause);
    return {
      ...(shown.rootCause === undefined || others.length === 0 ? {} : { rootCause: shown.rootCause }),
      shown,
      others,
      clauses: [...new Set(members.map(({ clause }) => clause))],
      cases: own.reduce((sum, { count }) => sum + count, 0),
    };
  });
}

/**
 * Which failure a reader should see first: what harms people most, then what the specification says most plainly.
 * Beginnings of clause ids, worst first: two people in one conversation, one person in two, a leaked token, an
 * unguarded door. All other clauses are equal and follow.
 */
const worstFirst = [
  'behaviour/different-pair/',
  'behaviour/same-pair/',
  'behaviour/',
  'answer/refusal/no-token',
  'headers/authorization/',
  'headers/org-id/token-org',
] as const;

const surenessOrder = ['stated', 'implied', 'assumed'] as const satisfies readonly ClauseResult['sureness'][];

/** Compares findings for sorting; those of equal rank keep the order of the record. */
function byImportance(clauses: ReadonlyMap<string, ClauseResult>) {
  const rank = (finding: FindingRecord): readonly number[] => {
    const harm = worstFirst.findIndex((beginning) => finding.clause.startsWith(beginning));
    const sureness = clauses.get(finding.clause)?.sureness ?? 'assumed';
    return [harm === -1 ? worstFirst.length : harm, surenessOrder.indexOf(sureness), -finding.count];
  };
  return (one: FindingRecord, other: FindingRecord): number => {
    const ranks = rank(other);
    return rank(one).reduce((order, value, index) => order || value - (ranks[index] ?? 0), 0);
  };
}
