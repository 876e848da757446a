/** Names what merged: which known rules make the merged pairs equal and keep apart what came back apart. Pure. */
import { collationRules } from './rules/collation-rules.js';
import type { Rule, SubjectPair } from './rules/rule.js';
import { textRules } from './rules/text-rules.js';
import { cutRules, cutRulesBeside, valueRules } from './rules/value-rules.js';

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

/** Merged pairs that cuts are looked for in, one by one: a cut shows in a few. */
const mostCut = 50;

/**
 * For stores that fold by more than one rule: the rule that explains most first, then the one that explains most of the
 * rest. A single rule where one explains all.
 */
export function explain(merged: readonly SubjectPair[], apart: readonly SubjectPair[]): Explanation {
  const cutsOf = cutRulesBeside(apart);
  const cuts = [merged, ...merged.slice(0, mostCut).map((pair) => [pair])].flatMap(cutsOf);
  const candidates = [...knownRules, ...new Map(cuts.map((rule) => [rule.slug, rule])).values()]
    .map((rule) => ({ rule, pairs: merged.filter((pair) => rule.same(...pair)) }))
    .filter(({ rule, pairs }) => pairs.length > 0 && !apart.some((pair) => rule.same(...pair)));
  const parts: { rule: Rule; pairs: readonly SubjectPair[] }[] = [];
  const rest = new Set(merged);
  while (rest.size > 0) {
    let best: { rule: Rule; pairs: readonly SubjectPair[] } | undefined;
    for (const { rule, pairs } of candidates) {
      const left = pairs.filter((pair) => rest.has(pair));
      if (left.length > (best?.pairs.length ?? 0)) best = { rule, pairs: left };
    }
    if (best === undefined) break;
    parts.push(best);
    for (const pair of best.pairs) rest.delete(pair);
  }
  return { parts, unexplained: [...rest] };
}
