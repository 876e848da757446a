/** A family of subjects: near neighbours that are different subjects, each related to the first in a named way. */
import type { NamedCase } from '../named-case.js';
import { type MayHaveRank, ranked } from '../rank.js';

export interface Member {
  /** Names the relation for ever, unique in its family: `case-of-one-letter`. */
  readonly slug: string;
  /** How it differs from the first member, as the report names it: `case of one letter`. */
  readonly relation: string;
  readonly subject: string;
  /** How often services take it for the first one: see rank.ts. */
  readonly rank: number;
}

export interface Family {
  /** Names the family for ever: `a-phone-number`. */
  readonly slug: string;
  readonly name: string;
  /** The subject that the others are related to. `word` makes it new in each run. */
  readonly first: (word: string) => string;
  readonly neighbours: readonly Neighbour[];
  /** All members are distinct; the first subject comes first. */
  readonly members: (word: string) => readonly Member[];
}

export type Neighbour = readonly [
  slug: string,
  relation: string,
  change: (subject: string, word: string) => string,
  rank?: number,
];

/** Families are fewer than clauses, and their neighbours as many as violations. */
const unstatedAtOnce = 4;

/** The first member of every family. */
export const itself = { slug: 'the-subject-itself', relation: 'the subject itself' } as const;

/** A member as a case: what it is as data, and in words. */
export function memberCase(
  { slug: family, name }: Pick<Family, 'slug' | 'name'>,
  { slug: relation, relation: told }: Pick<Member, 'slug' | 'relation'>,
): NamedCase {
  return { case: { slug: `${family}-${relation}`, family, relation }, label: `${name}: ${told}` };
}

/** The first subject goes out with the first of its neighbours: alone it tells of no relation. */
function lowestOf(neighbours: readonly Neighbour[]): number | undefined {
  const stated = neighbours.flatMap(([, , , rank]) => rank ?? []);
  return stated.length === 0 ? undefined : Math.min(...stated);
}

/** A family from a first subject and named neighbours; a neighbour that comes out equal to another is left out. */
export function family(
  slug: string,
  name: string,
  first: (word: string) => string,
  neighbours: readonly Neighbour[],
): Family {
  return {
    slug,
    name,
    first,
    neighbours,
    members: (word) => {
      const base = first(word);
      const all: readonly (Omit<Member, 'rank'> & MayHaveRank)[] = [
        { ...itself, subject: base, rank: lowestOf(neighbours) },
        ...neighbours.map(([slug, relation, change, rank]) => ({ slug, relation, subject: change(base, word), rank })),
      ];
      const seen = new Set<string>();
      return ranked(
        all.filter(({ subject }) => !seen.has(subject) && seen.add(subject) !== undefined),
        unstatedAtOnce,
      );
    },
  };
}
