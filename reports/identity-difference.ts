/** Where the two texts of an identity failure first differ, and the sentence that every report tells about it. */
import type { FindingRecord } from '../schemas/record/run-record.js';
import { clip } from '../text/clip.js';
import { describeCodePoint, type FirstDifference, firstDifference } from '../text/code-points.js';

type Difference = NonNullable<FindingRecord['difference']>;

export interface IdentityDifference {
  readonly control: string;
  readonly case: string;
  /** `a` is the control, `b` the case. */
  readonly first: FirstDifference;
  /** `U+0410 CYRILLIC CAPITAL LETTER A instead of U+0041 LATIN CAPITAL LETTER A, at position 18 of the subject`. */
  readonly sentence: string;
}

/** What a service sends has no bound of its own; nobody compares longer texts by eye. */
const limit = 20_000;

/** Undefined for findings that are no identity failure, or have no two texts beside each other that differ. */
export function identityDifference(finding: FindingRecord): IdentityDifference | undefined {
  const { clause, verdict, exchange, control, difference } = finding;
  if (verdict !== 'nonconformant' || !isIdentityClause(clause)) return undefined;
  if (exchange === undefined || control === undefined || difference === undefined) return undefined;
  const [one, other] = [clip(difference.control, limit), clip(difference.case, limit)];
  const first = firstDifference(one.text, other.text);
  if (first === undefined) return undefined;
  // The end of a text that was cut here is not its end.
  if ((first.a === undefined && one.cut) || (first.b === undefined && other.cut)) return undefined;
  return { control: one.text, case: other.text, first, sentence: sentence(first, difference) };
}

function isIdentityClause(clause: string): boolean {
  return (
    clause.startsWith('behaviour/same-pair/') ||
    clause.startsWith('behaviour/different-pair/') ||
    clause === 'body/participants/subject/beyond-255'
  );
}

function sentence({ position, a, b }: FirstDifference, difference: Difference): string {
  const at = `at position ${position} of ${nounOf(difference)}`;
  if (b === undefined)
    return `the end of the text instead of ${a === undefined ? 'more' : describeCodePoint(a)}, ${at}`;
  return `${describeCodePoint(b)} instead of ${a === undefined ? 'the end of the text' : describeCodePoint(a)}, ${at}`;
}

function nounOf({ at, where }: Difference): string {
  if (at?.in === 'answer') return 'the identifier';
  const member = at?.in === 'member' ? at.path.at(-1) : undefined;
  if (member === 'channelAddressIdentifier') return 'the channel';
  return member === 'subject' ? 'the subject' : clip(where, 100).text;
}
