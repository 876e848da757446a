/** A family of subjects: near neighbours that are different subjects, each related to the first in a named way. */
import type { NamedCase } from '../named-case.js';

export interface Member {
  /** Names the relation for ever, unique in its family: `case-of-one-letter`. */
  readonly slug: string;
  /** How it differs from the first member, as the report names it: `case of one letter`. */
  readonly relation: string;
  readonly subject: string;
}

export interface Family {
  /** Names the family for ever: `a-phone-number`. */
  readonly slug: string;
  readonly name: string;
  /** All members are distinct; the first is the one that the others are related to. `word` makes them new in each run. */
  readonly members: (word: string) => readonly Member[];
}

export type Neighbour = readonly [slug: string, relation: string, change: (subject: string, word: string) => string];

/** The first member of every family. */
export const itself = { slug: 'the-subject-itself', relation: 'the subject itself' } as const;

/** A member as a case: what it is as data, and in words. */
export function memberCase(
  { slug: family, name }: Pick<Family, 'slug' | 'name'>,
  { slug: relation, relation: told }: Pick<Member, 'slug' | 'relation'>,
): NamedCase {
  return { case: { slug: `${family}-${relation}`, family, relation }, label: `${name}: ${told}` };
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
    members: (word) => {
      const base = first(word);
      const all = [
        { ...itself, subject: base },
        ...neighbours.map(([slug, relation, change]) => ({ slug, relation, subject: change(base, word) })),
      ];
      return all.filter(({ subject }, index) => all.findIndex((other) => other.subject === subject) === index);
    },
  };
}
