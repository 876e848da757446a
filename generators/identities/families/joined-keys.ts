/** Pairs over two channels that become one text when channel and subject are joined: what a key of one text merges. Pure. */
import type { NamedCase } from '../../named-case.js';
import { type MayHaveRank, type Ranked, ranked } from '../../rank.js';
import { isOdd } from '../odd.js';

interface ChannelAndSubject {
  readonly channel: string;
  readonly subject: string;
}

/** How the two are joined to one text: `channel and subject joined by ":"`. */
export interface JoinedPair extends NamedCase, Ranked {
  readonly first: ChannelAndSubject;
  readonly second: ChannelAndSubject;
}

/** The empty one last: plain concatenation. */
const delimiters: readonly (readonly [name: string, delimiter: string, rank?: number])[] = [
  ['a-colon', ':', 3],
  ['a-hyphen', '-', 3],
  ['an-underscore', '_', 4],
  ['a-bar', '|', 4],
  ['a-slash', '/', 4],
  ['a-full-stop', '.'],
  ['a-comma', ','],
  ['a-semicolon', ';'],
  ['a-number-sign', '#'],
  ['an-at-sign', '@'],
  ['a-plus-sign', '+'],
  ['a-tilde', '~'],
  ['a-blank', ' '],
  ['nothing', '', 3],
];

/** Every way to join, by its slug: which of them a run can try hangs on its channels. */
export const joinedSlugs: readonly string[] = delimiters.flatMap(([name]) => [
  slugOf('channel-and-subject', name),
  slugOf('subject-and-channel', name),
]);

function slugOf(order: 'channel-and-subject' | 'subject-and-channel', delimiter: string): string {
  return `${order}-joined-by-${delimiter}`;
}

/**
 * For each usual delimiter and both orders two pairs with one joined key, where the channels allow it: where one begins
 * with another and the delimiter, or ends in the delimiter and another. Each over the first two such channels only, so
 * that many channels do not make many requests. Subjects that need not work are left out.
 *
 * @param wordOf makes the subject of the second pair, new in each run, from a name.
 */
export function joinedPairs(channels: readonly string[], wordOf: (name: string) => string): readonly JoinedPair[] {
  const found: (Omit<JoinedPair, 'rank'> & MayHaveRank)[] = [];
  for (const [index, [name, delimiter, rank]] of delimiters.entries()) {
    const told = delimiter === '' ? 'joined by nothing' : `joined by ${JSON.stringify(delimiter)}`;
    const ways = [
      {
        slug: slugOf('channel-and-subject', name),
        label: `channel and subject ${told}`,
        pairs: channelFirst(channels, delimiter, wordOf(`c${index}`)),
      },
      {
        slug: slugOf('subject-and-channel', name),
        label: `subject and channel ${told}`,
        pairs: subjectFirst(channels, delimiter, wordOf(`s${index}`)),
      },
    ];
    for (const { slug, label, pairs } of ways) {
      const usable = pairs.find((pair) => pair.every(({ subject }) => !isOdd(subject)));
      if (usable !== undefined) found.push({ case: { slug }, label, rank, first: usable[0], second: usable[1] });
    }
  }
  return ranked(found);
}

type TwoPairs = readonly [ChannelAndSubject, ChannelAndSubject];

/** `x` + d + `y d word` is `x d y` + d + `word`. */
function channelFirst(channels: readonly string[], delimiter: string, word: string): readonly TwoPairs[] {
  return neighbours(channels, (longer, shorter) => longer.startsWith(shorter + delimiter)).map(([longer, shorter]) => [
    { channel: shorter, subject: longer.slice((shorter + delimiter).length) + delimiter + word },
    { channel: longer, subject: word },
  ]);
}

/** `word d y` + d + `x` is `word` + d + `y d x`. */
function subjectFirst(channels: readonly string[], delimiter: string, word: string): readonly TwoPairs[] {
  return neighbours(channels, (longer, shorter) => longer.endsWith(delimiter + shorter)).map(([longer, shorter]) => [
    { channel: shorter, subject: word + delimiter + longer.slice(0, -(delimiter + shorter).length) },
    { channel: longer, subject: word },
  ]);
}

/** Two different channels that stand so to each other, the longer one first. */
function neighbours(
  channels: readonly string[],
  fits: (longer: string, shorter: string) => boolean,
): readonly (readonly [longer: string, shorter: string])[] {
  return channels.flatMap((longer) =>
    channels
      .filter((shorter) => longer !== shorter && shorter !== '' && fits(longer, shorter))
      .map((shorter) => [longer, shorter] as const),
  );
}
