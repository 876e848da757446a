/** A known rule by which stores, libraries and messengers take two texts for one. */

export type SubjectPair = readonly [first: string, second: string];

export interface Rule {
  /** Kebab-case, stable. */
  readonly slug: string;
  /** The same without what follows from the run, such as a size. */
  readonly kind?: string;
  /** As a finding names it: `full case folding`. */
  readonly name: string;
  /** What the rule keeps of a text, where it can be told: equal texts have equal keys. */
  readonly key?: (text: string) => string;
  readonly same: (first: string, second: string) => boolean;
}

/** A rule that compares what it keeps of each text. */
export function keyRule(slug: string, name: string, key: (text: string) => string): Rule {
  return { slug, name, key, same: (first, second) => key(first) === key(second) };
}

/** A rule for texts of one kind only: undefined for a text of another kind, which is then equal to nothing. */
export function valueRule(slug: string, name: string, value: (text: string) => string | undefined): Rule {
  return {
    slug,
    name,
    same: (first, second) => {
      const one = value(first);
      return one !== undefined && one === value(second);
    },
  };
}
