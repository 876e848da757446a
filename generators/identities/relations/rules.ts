/** Names what merged: which known rules make the merged pairs equal and keep apart what came back apart. Pure. */
import { collationRules } from './rules/collation-rules.js';
import type { Rule, SubjectPair } from './rules/rule.js';
import { textRules } from './rules/text-rules.js';
import { cutRules, valueRules } from './rules/value-rules.js';

export type { Rule, SubjectPair } from './rules/rule.js';

/** The simplest first. */
export const knownRules: readonly Rule[] = [...textRules, ...valueRules, ...collationRules];

/**
 * The rules that make each merged pair equal and keep each pair apart that came back apart; those that merge least of all
 * else first, as far as their order tells it. Empty for no merged pair, and where no single rule explains all.
 */
export function rulesExplaining(merged: readonly SubjectPair[], apart: readonly SubjectPair[]): readonly Rule[] {
  if (merged.length === 0) return [];
  const explains = ({ same }: Rule): boolean =>
    merged.every((pair) => same(...pair)) && !apart.some((pair) => same(...pair));
  return [...knownRules.filter(explains), ...cutRules(merged, apart).filter(explains)];
}

export interface Explanation {
  /** Rules that contradict nothing, each with the merged pairs that it adds to those before. */
  readonly parts: readonly { readonly rule: Rule; readonly pairs: readonly SubjectPair[] }[];
  readonly unexplained: readonly SubjectPair[];
}

/**
 * For stores that fold by more than one rule: the rule that explains most first, then the one that explains most of the
 * rest. A single rule where one explains all.
 */
export function explain(merged: readonly SubjectPair[], apart: readonly SubjectPair[]): Explanation {
  const candidates = [...knownRules, ...merged.flatMap((pair) => cutRules([pair], apart))].filter(
    ({ same }) => merged.some((pair) => same(...pair)) && !apart.some((pair) => same(...pair)),
  );
  const parts: { rule: Rule; pairs: readonly SubjectPair[] }[] = [];
  let rest = merged;
  while (rest.length > 0) {
    const best = candidates
      .map((rule) => ({ rule, pairs: rest.filter((pair) => rule.same(...pair)) }))
      .reduce<{ rule: Rule; pairs: readonly SubjectPair[] } | undefined>(
        (most, one) => (one.pairs.length > (most?.pairs.length ?? 0) ? one : most),
        undefined,
      );
    if (best === undefined) break;
    parts.push(best);
    rest = rest.filter((pair) => !best.pairs.includes(pair));
  }
  return { parts, unexplained: rest };
}
