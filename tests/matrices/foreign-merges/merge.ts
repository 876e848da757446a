/**
 * The shape of a foreign merge: one way in which a real store, library, cache, gateway or messenger takes two different
 * subjects for one person. These merges come from other libraries and tables than the generators' and were written without
 * sight of them: what share of them a run finds says how the suite fares with faults that nobody here thought of.
 */

/** Two ordinary subjects that a merge takes for one person. */
export type Witness = readonly [string, string];

/** How often a merge is met in the field, from 1 (a curiosity) to 5 (in most code bases). */
export type Field = 1 | 2 | 3 | 4 | 5;

export interface ForeignMerge {
  /** The area, which is the name of its file, then the merge. */
  readonly id: `${string}/${string}`;
  readonly field: Field;
  /** One sentence for people: which software does it, and why. */
  readonly told: string;
  /** The library with its version as locked here, or the language, database or RFC whose rule is written out here. */
  readonly origin: string;
  /**
   * What such software keeps instead of the subject. Total and pure. Equal keys come from the rule alone, so that most
   * different subjects keep different keys.
   */
  readonly key: (subject: string) => string;
  readonly witnesses: readonly [Witness, ...Witness[]];
}

/**
 * The folded subject; or the subject itself where the fold fails or leaves nothing, as software that keys by a folded text
 * has to keep apart those for which it has none.
 */
export function foldedOrItself(subject: string, fold: (subject: string) => string | undefined): string {
  try {
    return fold(subject) || subject;
  } catch {
    return subject;
  }
}
