/** Identities in words: what the picture shows, what the run could have seen of collisions, where two identifiers first differ. */
import type { FindingRecord, ServiceRecord } from '../schemas/record/run-record.js';
import { clip, clipped } from '../text/clip.js';
import { describeCodePoint, type FirstDifference, firstDifference } from '../text/code-points.js';
import { formatNumber, plural } from '../text/format.js';

type Identities = ServiceRecord['identities'];

/** `480 pairs, 479 identifiers: 1 merge`; without the counts of the picture, as in older records, only the first two. */
export function identityWords({ pairs, identifiers, merged, split }: Identities): string {
  const counts = `${plural(pairs, 'pair')}, ${plural(identifiers, 'identifier')}`;
  // Nothing was asked for by pair, or nothing was answered: that says nothing of merges.
  if (merged === undefined || split === undefined || pairs === 0) return counts;
  const found = [...(merged > 0 ? [plural(merged, 'merge')] : []), ...(split > 0 ? [plural(split, 'split')] : [])];
  return `${counts}: ${found.length === 0 ? 'no merge, no split' : found.join(', ')}`;
}

/** How short an identifier the run would have caught colliding; undefined for records that do not say. */
export function collisionWords({ pairs, width }: Identities): string | undefined {
  if (width === undefined) return undefined;
  if (width === 0) return `With ${plural(pairs, 'pair')} the run says nothing of identifiers that collide by chance.`;
  return (
    `With ${plural(pairs, 'pair')} the run would have seen, with a probability of 95 %, two people share an identifier ` +
    `if identifiers had ${plural(width, 'bit')} or fewer (${formatNumber(2 ** width)} values), as from a short hash or a ` +
    `cut id. Longer ones may collide unseen: more pairs show more.`
  );
}

/**
 * Shared identifiers that are no merge, because the specification leaves such subjects to the service; undefined when
 * there are none. A point is a pair with one of its identifiers: each that takes up no identifier of its own shares one.
 */
export function unjudgedWords({ identifiers, merged, points, leftOut }: Identities): string | undefined {
  if (merged === undefined || points === undefined) return undefined;
  const shared = points.length + (leftOut ?? 0) - identifiers - merged;
  if (shared <= 0) return undefined;
  const verb = shared === 1 ? 'shares' : 'share';
  return `${plural(shared, 'pair')} with odd subjects (control characters, unassigned code points, only blanks) ${verb} an identifier: observed, not judged.`;
}

type Difference = NonNullable<FindingRecord['difference']>;

export interface IdentityDifference {
  readonly control: string;
  readonly case: string;
  /** `a` is the control, `b` the case; absent for identifiers, which are opaque. */
  readonly first?: FirstDifference;
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
  if (difference.at?.in === 'answer') return identifiersApart(difference);
  const [one, other] = [clip(difference.control, limit), clip(difference.case, limit)];
  const first = firstDifference(one.text, other.text);
  if (first === undefined) return undefined;
  // The end of a text that was cut here is not its end.
  if ((first.a === undefined && one.cut) || (first.b === undefined && other.cut)) return undefined;
  return { control: one.text, case: other.text, first, sentence: sentence(first, difference) };
}

function identifiersApart({ control, case: other }: Difference): IdentityDifference | undefined {
  if (control === other) return undefined;
  const shown = (identifier: string): string => JSON.stringify(clipped(identifier, 80));
  return { control, case: other, sentence: `two identifiers came, ${shown(control)} and ${shown(other)}` };
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
  const member = at?.in === 'member' ? at.path.at(-1) : undefined;
  if (member === 'channelAddressIdentifier') return 'the channel';
  return member === 'subject' ? 'the subject' : clip(where, 100).text;
}
