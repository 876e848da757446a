/** The history of identities in words: what the picture shows, and what the run could have seen of collisions. */
import type { ServiceRecord } from '../schemas/record/run-record.js';
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
