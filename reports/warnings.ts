/** What a reader must know before trusting the verdict: limits of the run, worked out from its record. */
import type { RunRecord, ServiceRecord } from '../schemas/record/run-record.js';
import { formatNumber, plural } from '../text/format.js';

/** Sentences, the gravest first; those that the run itself recorded follow, without repetition. */
export function warningsOf(record: RunRecord): readonly string[] {
  const own = [
    record.cutShort && 'The run was cut short: what came after is not judged.',
    ...(record.judges === 'service' ? serviceWarnings(record) : []),
    ...releaseWarnings(record),
    notExercised(record),
  ].filter((warning): warning is string => typeof warning === 'string');
  return Array.from(new Set([...own, ...record.warnings]));
}

function serviceWarnings({ target, only, throttled }: ServiceRecord): readonly (string | false)[] {
  return [
    target.kind === 'embedded mock' && 'The target is the embedded mock: this says nothing of a real service.',
    target.faults.length > 0 && `The mock has deliberate faults switched on: ${target.faults.join(', ')}.`,
    only.length > 0 && `Only a part was asked for with --only: ${only.join(', ')}.`,
    throttled.count > 0 &&
      `The service throttled ${plural(throttled.count, 'request')}; each was waited for and sent again.`,
  ];
}

/** What is let through, and what of the waivers has to be mended. */
function releaseWarnings({ waivers, clauses, baseline }: RunRecord): readonly string[] {
  const toMend = (waivers?.entries ?? []).filter(({ status }) => status === 'expired' || status === 'no longer needed');
  const waived = clauses.filter(({ verdict }) => verdict === 'waived').length;
  return [
    ...toMend.map(({ clause, status, told }) => `The waiver for ${clause} is to be mended (${status}). ${told}`),
    ...(waived === 0 ? [] : [`${plural(waived, 'broken clause')} ${waived === 1 ? 'is' : 'are'} waived.`]),
    ...(baseline?.gate === 'new'
      ? ['Only failures that the baseline does not have make this run fail (--gate new).']
      : []),
    ...(baseline?.warnings ?? []),
  ];
}

function notExercised(record: RunRecord): string | undefined {
  const party = record.judges;
  const other = party === 'connector' ? 'service' : 'connector';
  const owed = record.clauses.filter((clause) => clause.owes !== other);
  const missed = owed.filter((clause) => clause.verdict === 'not exercised').length;
  if (missed === 0) return undefined;
  return `${formatNumber(missed)} of ${plural(owed.length, 'clause')} that a ${party} owes ${missed === 1 ? 'was' : 'were'} not exercised.`;
}
