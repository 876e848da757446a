/** Findings as the run record lists them: alike ones once, the first of them shown, with their number. Pure. */
import type { Difference } from '../../generators/violations/violation.js';
import type { FindingRecord } from '../../schemas/record/run-record.js';
import { findingId } from '../../text/finding-id.js';
import { placeWords } from '../../text/place-words.js';
import type { Finding, ProbeOutcome, StoryStep } from './outcome.js';
import type { RootCause } from './root-causes.js';

export interface NamedFinding {
  readonly finding: Finding;
  readonly spec: string;
}

/** Alike findings, by the first of them. */
export interface FindingGroup extends NamedFinding {
  readonly id: string;
  readonly count: number;
  readonly rootCause?: RootCause | undefined;
}

/** The first of each id, in order of appearance, with the number of all. */
export function groupFindings(named: readonly NamedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup & { count: number }>();
  for (const one of named) {
    const { finding } = one;
    const id = findingId(finding);
    const group = groups.get(id);
    const count = finding.merged?.length ?? 1;
    if (group === undefined) groups.set(id, { ...one, id, count });
    else group.count += count;
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
  { id, finding, spec, count, rootCause }: FindingGroup,
  replay: FindingRecord['replay'],
  curl: string | undefined,
  redact: <T>(value: T) => T,
): FindingRecord {
  // The path of the search goes into the replay, and what came into the root cause.
  const { difference, steps, merged, path: _path, came: _came, ...plain } = finding;
  return redact({
    id,
    spec,
    ...plain,
    count,
    ...(rootCause === undefined ? {} : { rootCause }),
    ...(difference === undefined ? {} : { difference: differenceRecord(difference) }),
    ...(steps === undefined ? {} : { steps: steps.map(stepRecord) }),
    ...(merged === undefined ? {} : { merged: [...merged] }),
    ...(replay === undefined ? {} : { replay }),
    ...(curl === undefined ? {} : { curl }),
  });
}

function differenceRecord({ at, control, case: probed }: Difference): NonNullable<FindingRecord['difference']> {
  return { at, where: placeWords(at), control: bounded(control), case: bounded(probed) };
}

function stepRecord({ sends, violation, ...step }: StoryStep): NonNullable<FindingRecord['steps']>[number] {
  return {
    ...step,
    ...(sends === undefined ? {} : { sends: [...sends] }),
    ...(violation === undefined ? {} : { violation: { ...violation, where: placeWords(violation.at) } }),
  };
}

/** What a service makes up (an identifier) may be as long as its answer; a record must stay readable. */
const bounded = (text: string): string => text.slice(0, 20_000);
