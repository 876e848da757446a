/**
 * Merges put together by what makes them one: a known rule that explains them and keeps apart what came back apart, such as
 * full case folding; else the case that they are. Pure.
 */
import { itself } from '../../generators/identities/family.js';
import { relationSlug } from '../../generators/identities/relations/relation.js';
import { explain, type Rule, type SubjectPair } from '../../generators/identities/relations/rules.js';
import type { CaseFacts } from '../../schemas/record/case.schema.js';
import { areRelated, byPair, type Merge, mergesOf, type Observation } from './history.js';

export interface Fold {
  /** The one with the shortest subjects, to show for all. */
  readonly shown: Merge;
  /** All of them, in order of appearance. */
  readonly merges: readonly Merge[];
  readonly case: CaseFacts;
  /** What explains all of them. */
  readonly rule?: Rule;
}

/** Of two subjects that must work. */
const longest = 1_024;

/** Pairs that have nothing to do with each other, and that no rule explains. */
export const strangersSlug = 'merge-of-strangers';
export const ruleSlug = ({ slug, kind = slug }: Pick<Rule, 'slug' | 'kind'>): string => `merged-by-${kind}`;

/** Those of the earliest merges first. */
export function foldsOf(history: readonly Observation[]): readonly Fold[] {
  const all = mergesOf(history);
  const neighbours = all.filter(isOfNeighbours);
  const parts = neighbours.length === 0 ? [] : explain([...neighbours.map(pairOf)], apartIn(history)).parts;
  const folds: Fold[] = [];
  let rest = all;
  for (const { rule } of parts) {
    const isSame = (merge: Merge): boolean => isOnOneChannel(merge) && rule.same(...pairOf(merge));
    const unlike = new Set(all.filter((merge) => !isSame(merge)).map(({ other }) => other.identifier));
    // Neighbours that strangers share an identifier with may have met by chance: the rule must explain these as well.
    const isExplained = (merge: Merge): boolean =>
      isSame(merge) && (merge.related || !unlike.has(merge.other.identifier));
    for (const merges of byKey(rest.filter(isExplained), ({ clause }) => clause)) {
      const shown = smallest(merges);
      folds.push({ shown, merges, rule, case: { ...shown.other.asked, slug: ruleSlug(rule) } });
    }
    rest = rest.filter((merge) => !isExplained(merge));
  }
  const unexplained = byKey(rest, ({ clause, related, other }) => `${clause} ${related ? other.asked.slug : ''}`);
  for (const merges of unexplained) {
    const shown = merges.every(({ related }) => related) ? smallest(merges) : merges[0];
    if (shown === undefined) continue;
    const asked = shown.other.asked;
    folds.push({ shown, merges, case: shown.related ? asked : { ...asked, slug: strangersSlug } });
  }
  const first = ({ merges }: Fold): number => merges[0]?.other.exchange ?? 0;
  return folds.sort((one, other) => first(one) - first(other));
}

const pairOf = ({ first, other }: Merge): SubjectPair => [first.subject, other.subject];

const isOnOneChannel = ({ first, other }: Merge): boolean =>
  first.channel === other.channel && first.subject !== other.subject;

const isOfNeighbours = (merge: Merge): boolean => isOnOneChannel(merge) && areRelated(merge.first, merge.other);

/** Neighbours that got an identifier of their own, each beside what it is a neighbour of. */
function apartIn(history: readonly Observation[]): readonly SubjectPair[] {
  const bases = new Map<string, Observation>();
  const apart: SubjectPair[] = [];
  for (const [first] of byPair(history).values()) {
    const { family, relation } = first?.asked ?? {};
    if (first === undefined || family === undefined) continue;
    const base = bases.get(family);
    if (relation === itself.slug || base === undefined) bases.set(family, first);
    else if (base.identifier !== first.identifier) apart.push([base.subject, first.subject]);
  }
  return apart;
}

/** Words of programming languages are the same in every run: an earlier one may have merged them. */
function smallest(merges: readonly [Merge, ...Merge[]]): Merge {
  const isOfEveryRun = ({ other }: Merge): boolean => other.asked.slug === relationSlug('word');
  const size = (merge: Merge): number => pairOf(merge).join('').length + (isOfEveryRun(merge) ? longest : 0);
  return merges.reduce((least, merge) => (size(merge) < size(least) ? merge : least));
}

function byKey(merges: readonly Merge[], keyOf: (merge: Merge) => string): readonly (readonly [Merge, ...Merge[]])[] {
  const groups = new Map<string, [Merge, ...Merge[]]>();
  for (const merge of merges) {
    const group = groups.get(keyOf(merge));
    if (group === undefined) groups.set(keyOf(merge), [merge]);
    else group.push(merge);
  }
  return [...groups.values()];
}
