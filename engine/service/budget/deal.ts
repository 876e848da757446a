/**
 * Deals work out of several piles for a sum that can be paid: each pile has its own order and its own weight, so that
 * every kind of work is through to about the same share at every moment. What is chosen for a small sum is chosen for
 * every larger one as well. Pure.
 */

export interface Pile<Name extends string> {
  readonly name: Name;
  /** Requests of each item, the most telling item first. */
  readonly costs: readonly number[];
  /** How much of the pile goes out for each request of a pile of weight 1. */
  readonly weight: number;
  /** Requests that go to other piles first, in units of a pile of weight 1. */
  readonly after?: number;
}

/** How many items of each pile the sum pays for, in the order of each pile. Stops at the first item that does not fit. */
export function deal<Name extends string>(piles: readonly Pile<Name>[], sum: number): Readonly<Record<Name, number>> {
  const items = piles.flatMap(({ name, costs, weight, after = 0 }) => {
    let spent = 0;
    return costs.map((cost) => {
      spent += cost;
      return { name, cost, at: after + spent / weight };
    });
  });
  const chosen = Object.fromEntries(piles.map(({ name }) => [name, 0])) as Record<Name, number>;
  let left = sum;
  for (const { name, cost } of items.sort((a, b) => a.at - b.at)) {
    if (cost > left) break;
    left -= cost;
    chosen[name] += 1;
  }
  return chosen;
}
