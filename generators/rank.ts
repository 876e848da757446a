/**
 * Ranks: what tells most goes first where little may be sent. A rank says how often the fault is met that a violation, a
 * neighbour, a race or a repeat shows; the lower, the more telling. It stands where the thing is made. Pure.
 *
 * 1  What a service shows that does not check at all, or that stores as databases do by default: a header left out, a
 *    word in another letter case, two people who differ by case.
 * 2  What one shows that checks by another measure than the contract: that it is there, how it begins, of which type; or
 *    that tidies what it stores, as many frameworks offer: blanks, escapes, accents.
 * 3  What the defaults of one common library or store let through: laxer JSON, other forms of a GUID, characters
 *    without width, ways to write a phone number.
 * 4  What takes a decision of its own that is rare: another word of the vocabulary, a single kind of blank.
 *
 * Where one request tells what another tells too, the one that tells more has the lower rank. What states no rank comes
 * behind, one after another, so that of all lists each is through to the same depth.
 */

/** The last rank that is stated anywhere. */
const lastStated = 4;

export interface MayHaveRank {
  readonly rank?: number | undefined;
}

export interface Ranked {
  readonly rank: number;
}

/**
 * The same items in the same order, each with its rank: those that state none get the numbers behind the last stated one.
 *
 * @param atOnce how many of them share a number.
 */
export function ranked<Item extends object>(
  items: readonly (Item & MayHaveRank)[],
  atOnce = 1,
): readonly (Item & Ranked)[] {
  let unstated = 0;
  return items.map((item) => {
    if (item.rank === undefined) unstated += 1;
    return { ...item, rank: item.rank ?? lastStated + Math.ceil(unstated / atOnce) };
  });
}

/** The same, and the first of those with the lowest rank has rank 1: of every kind one goes out with what tells most. */
export function rankedFromOne<Item extends object>(items: readonly (Item & MayHaveRank)[]): readonly (Item & Ranked)[] {
  const all = ranked(items);
  const lowest = Math.min(...all.map(({ rank }) => rank));
  const first = all.findIndex(({ rank }) => rank === lowest);
  return all.map((item, index) => (index === first ? { ...item, rank: 1 } : item));
}
