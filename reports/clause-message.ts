/** What came of a clause in plain text, for the formats of CI systems. */
import type { ClauseResult, FindingRecord } from '../schemas/record/run-record.js';
import { clipped } from '../text/clip.js';
import { plural } from '../text/format.js';
import { identityDifference } from './identity-words.js';
import type { Overview } from './overview.js';
import { waiverWords } from './release-words.js';

export interface ClauseMessage {
  /** One line. */
  readonly title: string;
  /** Several lines: statement, then each finding with expected and got. */
  readonly detail: string;
}

const maxFindings = 10;
const limit = 1_000;

export function clauseMessage(clause: ClauseResult, overview: Overview): ClauseMessage {
  const findings = [...overview.failures, ...overview.waived, ...overview.undecided].filter(
    (finding) => finding.clause === clause.id,
  );
  const cause = clause.cause === undefined ? '' : ` (${clipped(clause.cause, 200)})`;
  const first = findings[0];
  const waived = clause.waiver === undefined ? '' : ` ${waiverWords(clause.waiver)}`;
  const title =
    first === undefined
      ? `${clause.verdict}${cause}${waived}`
      : `${clause.verdict}${cause}${waived}: ${clipped(first.label, 200)}: ${clipped(first.got, 300)}`;
  const rest = findings.length - maxFindings;
  const lines = [
    clipped(clause.statement, limit),
    `${clause.sureness}, owed by ${clause.owes}`,
    ...(clause.waiver === undefined ? [] : [`waived ${waiverWords(clause.waiver)}`]),
    ...findings.slice(0, maxFindings).flatMap(findingLines),
    ...(rest > 0 ? ['', `${plural(rest, 'more finding')} in run.json`] : []),
  ];
  return { title, detail: lines.join('\n') };
}

function findingLines(finding: FindingRecord): readonly string[] {
  const differs = identityDifference(finding)?.sentence;
  return [
    '',
    `${clipped(finding.label, 300)} (${plural(finding.count, 'case')})`,
    `  expected: ${clipped(finding.expected, limit)}`,
    `  got:      ${clipped(finding.got, limit)}`,
    ...(differs === undefined ? [] : [`  differs:  ${clipped(differs, limit)}`]),
    ...(finding.cause === undefined ? [] : [`  cause:    ${clipped(finding.cause, 200)}`]),
    ...(finding.advice === undefined ? [] : [`  advice:   ${clipped(finding.advice, limit)}`]),
    ...(finding.replay === undefined ? [] : [`  replay:   ${clipped(finding.replay.command, limit)}`]),
  ];
}
