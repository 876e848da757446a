/** A family of subjects: near neighbours that are different subjects, each related to the first in a named way. */

export interface Member {
  /** How it differs from the first member, as the report names it: `case of one letter`. */
  readonly relation: string;
  readonly subject: string;
}

export interface Family {
  readonly name: string;
  /** All members are distinct; the first is the one that the others are related to. `word` makes them new in each run. */
  readonly members: (word: string) => readonly Member[];
}

/** A family from a first subject and named neighbours; a neighbour that comes out equal to another is left out. */
export function family(
  name: string,
  first: (word: string) => string,
  neighbours: readonly (readonly [relation: string, change: (subject: string, word: string) => string])[],
): Family {
  return {
    name,
    members: (word) => {
      const base = first(word);
      const all = [
        { relation: 'the subject itself', subject: base },
        ...neighbours.map(([relation, change]) => ({ relation, subject: change(base, word) })),
      ];
      return all.filter(({ subject }, index) => all.findIndex((other) => other.subject === subject) === index);
    },
  };
}
