/** Long neighbours that share a beginning or an end: what a store that cuts or hashes a part takes for one. */
import { family, type Neighbour } from '../family.js';
import { subjectOfLength } from '../subject-of-length.js';

/** The last letter changed shows every cut, one in the middle whoever looks at the beginning, the end, or both. */
const ranks: ReadonlyMap<number, number> = new Map([
  [254, 1],
  [100, 2],
]);

/** Lengths of the shared beginning; the whole stays within 255, so that all must be kept apart. */
const shared = [15, 16, 31, 32, 40, 63, 64, 80, 100, 120, 127, 128, 150, 199, 200, 239, 240, 250, 254];

/** The last character is that of another place which is changed: the two neighbours have the same letters in another order. */
function endingAsInside(word: string): string {
  const whole = subjectOfLength(word, 255);
  return `${whole.slice(0, -1)}${whole.charAt(100)}`;
}

/** One chain: each member shares its beginning up to a length with the longest and then differs. */
export const commonBeginnings = family(
  'a-common-beginning',
  'a common beginning',
  endingAsInside,
  shared.map(
    (length): Neighbour => [
      `the-first-${length}-characters-in-common`,
      `the first ${length} characters in common`,
      // Inside the word it would not be new in each run.
      (s, word) => (length <= word.length ? s : `${s.slice(0, length)}Z${s.slice(length + 1)}`),
      ranks.get(length),
    ],
  ),
);

export const commonEnds = family('a-common-end', 'a common end', (word) => `a${subjectOfLength(word, 254)}`, [
  ['all-but-the-first-character-in-common', 'all but the first character in common', (s) => `b${s.slice(1)}`],
]);
