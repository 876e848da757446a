/** Long neighbours that share a beginning or an end: what a store that cuts or hashes a part takes for one. */
import { subjectOfLength } from '../any-text.js';
import { type Family, itself, type Member } from '../family.js';

/** Lengths of the shared beginning; the whole stays within 255, so that all must be kept apart. */
const shared = [15, 16, 31, 32, 40, 63, 64, 80, 100, 120, 127, 128, 150, 199, 200, 239, 240, 250, 254];

/** One chain: each member shares its beginning up to a length with the longest and then differs. */
export const commonBeginnings: Family = {
  slug: 'a-common-beginning',
  name: 'a common beginning',
  members: (word) => {
    const longest = subjectOfLength(word, 255);
    const rest = shared
      .filter((length) => length > word.length)
      .map(
        (length): Member => ({
          slug: `the-first-${length}-characters-in-common`,
          relation: `the first ${length} characters in common`,
          subject: `${longest.slice(0, length)}Z${longest.slice(length + 1)}`,
        }),
      );
    return [{ ...itself, subject: longest }, ...rest];
  },
};

export const commonEnds: Family = {
  slug: 'a-common-end',
  name: 'a common end',
  members: (word) => {
    const end = subjectOfLength(word, 254);
    return [
      { ...itself, subject: `a${end}` },
      {
        slug: 'all-but-the-first-character-in-common',
        relation: 'all but the first character in common',
        subject: `b${end}`,
      },
    ];
  },
};
