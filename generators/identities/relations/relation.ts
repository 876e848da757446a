/** A relation: two different texts that some stores, libraries or messengers take for one. */
import type { RelationClass } from './classes.js';
import type { SourceId } from './sources.js';
import { pairName } from './told.js';

/** Before it is ranked. */
export interface RelationDraft {
  /** Kebab-case, unique and stable: never renamed or used again. */
  readonly slug: string;
  /** For people; absent where the code points of its members tell it. `relationName` tells either. */
  readonly name?: string;
  /** Which collation it was measured with: `utf8mb4_german2_ci`. */
  readonly collation?: string;
  readonly source: SourceId;
  readonly class: RelationClass;
  readonly members: Members;
}

export interface Relation extends RelationDraft {
  /** 1 is met most often in the field; no two have the same. */
  readonly rank: number;
}

type Members = InsideMembers | WholeMembers;

/** Two texts that stand anywhere inside a subject, between hyphens. The plainer one first: it goes into the base. */
export interface InsideMembers {
  readonly place: 'inside';
  readonly plain: string;
  readonly other: string;
}

/** Two whole subjects, which follow from a word that makes them new in each run. */
export interface WholeMembers {
  readonly place: 'whole';
  /** Relations with the same base have the same first subject for the same word: one request for all of them. */
  readonly base: string;
  readonly first: (word: string) => string;
  readonly second: (word: string) => string;
}

/** The case of a relation: alike ones are told together, and which it is stands beside it. */
export const relationSlug = (kind: RelationClass): string => `related-by-${kind}`;

/** How a report names a relation: `a blank behind`, `U+00E9 LATIN SMALL LETTER E WITH ACUTE for "e"`. */
export function relationName({ slug, name, members, collation }: RelationDraft): string {
  const told = name ?? (members.place === 'inside' ? pairName(members.plain, members.other) : slug);
  return collation === undefined ? told : `${told} (${collation})`;
}

/** A base with its variants, each of which is one relation: what most kinds of whole subjects are. */
export function variantsOf(
  base: { readonly slug: string; readonly subject: (word: string) => string },
  common: { readonly source: SourceId; readonly class: RelationClass },
  variants: readonly (readonly [slug: string, name: string, change: (subject: string, word: string) => string])[],
): readonly RelationDraft[] {
  return variants.map(([slug, name, change]) => ({
    slug: `${base.slug}-${slug}`,
    name,
    ...common,
    members: {
      place: 'whole',
      base: base.slug,
      first: base.subject,
      second: (word) => change(base.subject(word), word),
    },
  }));
}

/** Pairs of texts inside a subject, named by hand. */
export function insidePairs(
  common: { readonly source: SourceId; readonly class: RelationClass },
  pairs: readonly (readonly [slug: string, name: string, plain: string, other: string])[],
): readonly RelationDraft[] {
  return pairs.map(([slug, name, plain, other]) => ({
    slug: `${common.class}-${slug}`,
    name,
    ...common,
    members: { place: 'inside', plain, other },
  }));
}

/** The smallest pair of subjects that shows a relation, for a check alone: two requests. */
export function smallestPair({ members }: RelationDraft, word: string): readonly [first: string, second: string] {
  if (members.place === 'whole') return [members.first(word), members.second(word)];
  return [`${word}-${members.plain}-z`, `${word}-${members.other}-z`];
}
