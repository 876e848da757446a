/** Which relations a run tries: the best by rank that its requests pay for. Pure. */
import { requestsOf } from './carriers.js';
import { allRelations } from './index.js';
import type { Relation } from './relation.js';

/** What the level standard spends on relations, in requests. */
export const standardBudget = 490;

/** As long as the words of a run are, so that a selection is packed as it is counted. */
const likeAnyWord = (name: string): string => `byoc-000000-${name}`;

/**
 * The best by rank whose carriers cost at most so many requests; all for an endless budget.
 */
export function selectRelations(budget: number): readonly Relation[] {
  const ranked = allRelations();
  if (budget >= 2 * ranked.length) return ranked;
  // Requests grow with the number of relations: the most that fit are found by halving.
  let [fitting, tooMany] = [0, Math.min(ranked.length, Math.ceil(budget) + 1)];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (costOf(ranked.slice(0, middle)) <= budget) fitting = middle;
    else tooMany = middle;
  }
  return ranked.slice(0, fitting);
}

/** Requests for a set of relations: their bases and their variants. */
export function costOf(relations: readonly Relation[]): number {
  return requestsOf(relations, likeAnyWord);
}
