/** Conditions that rows of faults name: what a value is, and what a text looks like. */

/** The value of what is absent is undefined. */
export const is =
  (wanted: unknown) =>
  (value: unknown): boolean =>
    value === wanted;

/** An absent text is taken for the empty one. */
export const fits =
  (pattern: RegExp) =>
  (text = ''): boolean =>
    pattern.test(text);
