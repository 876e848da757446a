/** Rows of faults that take two subjects for one. */
import { rowsBy } from '../named-behaviour.js';

/** Folds subjects before it looks them up; what folds to one text is one conversation. */
export const folds = rowsBy((fold: (subject: string) => string) => ({
  keys: ([channel, subject]) => [channel, fold(subject)],
}));

/** Replaces whatever fits the pattern. */
export const replacing =
  (pattern: RegExp, replacement: string) =>
  (subject: string): string =>
    subject.replace(pattern, replacement);

/** Folds the subjects that look so, and leaves others as they are. */
export const when =
  (looks: RegExp, fold: (subject: string) => string) =>
  (subject: string): string =>
    looks.test(subject) ? fold(subject) : subject;
