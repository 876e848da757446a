/** Where the two texts of an identity failure first differ, and the sentence that every report tells about it. */
import type { FindingRecord } from '../schemas/record/run-record.js';
import { clip } from '../text/clip.js';
import { describeCodePoint, type FirstDifference, firstDifference } from '../text/code-points.js';

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
  return { control: one.text, case: other.text, first, sentence: sentence(first, difference.where) };
}

function isIdentityClause(clause: string): boolean {
  return (
    clause.startsWith('behaviour/same-pair/') ||
    clause.startsWith('behaviour/different-pair/') ||
    clause === 'body/participants/subject/beyond-255'
  );
}

function sentence({ position, a, b }: FirstDifference, where: string): string {
  const at = `at position ${position} of ${nounOf(where)}`;
  if (b === undefined)
    return `the end of the text instead of ${a === undefined ? 'more' : describeCodePoint(a)}, ${at}`;
  return `${describeCodePoint(b)} instead of ${a === undefined ? 'the end of the text' : describeCodePoint(a)}, ${at}`;
}

function nounOf(where: string): string {
  if (where.startsWith('conversationIdentifier')) return 'the identifier';
  if (where.startsWith('channelAddressIdentifier')) return 'the channel';
  return where.includes('subject') ? 'the subject' : clip(where, 100).text;
}
