/** Findings as the run record lists them: alike ones once, the first of them shown, with their number. Pure. */
import type { FindingRecord } from '../../schemas/record/run-record.js';
import type { Finding, ProbeOutcome } from './outcome.js';

export interface NamedFinding {
  readonly finding: Finding;
  readonly spec: string;
}

/** The first of each kind, in order of appearance, with the number of all. */
export function groupFindings(named: readonly NamedFinding[]): readonly (NamedFinding & { readonly count: number })[] {
  const groups = new Map<string, NamedFinding & { count: number }>();
  for (const one of named) {
    const { finding } = one;
    const key = JSON.stringify([finding.clause, finding.verdict, finding.cause, finding.kind ?? finding.label]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...one, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()];
}

export function namedFindings(outcomes: readonly ProbeOutcome[]): readonly NamedFinding[] {
  return outcomes.flatMap(({ findings, place, title }) =>
    findings.map((finding) => ({ finding, spec: `${place}: ${title}` })),
  );
}

/** Without secrets only by the redactor's leave: texts of findings hold values as they were sent. */
export function toFindingRecord(
  grouped: NamedFinding & { readonly count: number },
  id: string,
  replay: FindingRecord['replay'],
  curl: string | undefined,
  redact: <T>(value: T) => T,
): FindingRecord {
  const { clause, label, verdict, cause, expected, got, advice, difference, exchange, control, steps } =
    grouped.finding;
  return redact({
    id,
    clause,
    spec: grouped.spec,
    label,
    verdict,
    ...(cause === undefined ? {} : { cause }),
    expected,
    got,
    ...(advice === undefined ? {} : { advice }),
    count: grouped.count,
    ...(difference === undefined
      ? {}
      : {
          difference: { where: difference.where, control: bounded(difference.control), case: bounded(difference.case) },
        }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(control === undefined ? {} : { control }),
    ...(steps === undefined
      ? {}
      : {
          steps: steps.map(({ sends, ...step }) => ({
            ...step,
            ...(sends === undefined ? {} : { sends: [...sends] }),
          })),
        }),
    ...(replay === undefined ? {} : { replay }),
    ...(curl === undefined ? {} : { curl }),
  });
}

/** What a service makes up (an identifier) may be as long as its answer; a record must stay readable. */
const bounded = (text: string): string => text.slice(0, 20_000);
