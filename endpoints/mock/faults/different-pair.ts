/** Faults of Behaviour › new conversation: identifiers shared by pairs that have no more in common than a subject or a channel. */
import { createHash } from 'node:crypto';
import type { Pair } from '../conversations.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

/** Makes the identifier out of so many bits of a hash of the pair: an even spread, but too few to go round. */
const hashes = rowsBy((bits: number) => ({
  identifies: (_next, pair) => {
    const hash = createHash('sha256').update(JSON.stringify(pair)).digest();
    return `c-${(hash.readUInt32BE(0) >>> (32 - bits)).toString(16).padStart(4, '0')}`;
  },
}));

/** Gives a new pair an identifier that another has: whichever of those given before `choose` picks. */
const handsOut = rowsBy((choose: (given: readonly string[]) => string | undefined) => () => {
  const given: string[] = [];
  return {
    identifies(next, pair, _reading, { conversations, newIdentifier }) {
      if (conversations.find(pair) !== undefined) return next();
      const identifier = choose(given) ?? newIdentifier();
      given.push(identifier);
      conversations.insert(pair, identifier);
      return identifier;
    },
  };
});

/** Looks up another channel for the one that was asked for. */
const takesFor = rowsBy((fold: (channel: string) => string) => ({
  keys: ([channel, subject]) => [fold(channel), subject],
}));

/** The same, and takes spellings of a channel that nobody configured for the configured one. */
const takesUnknownFor = rowsBy((fold: (channel: string) => string) => ({
  createsChannels: true,
  keys: ([channel, subject]) => [fold(channel), subject],
}));

/** Looks up one text made of channel and subject, so that two pairs can have one key. */
const joins = rowsBy((join: (...pair: Pair) => string) => ({ keys: (pair) => ['', join(...pair)] }));

export const differentPairFaults = faultsOf('different-pair', {
  'behaviour/different-pair/subject': {
    'one-for-all': [
      'Gives every pair the same identifier.',
      { identifies: () => 'c0ffee00-0000-4000-8000-000000000000' },
      'smoke',
    ],
    ...hashes({
      'hash-of-8-bits': ['Makes the identifier out of 8 bits of a hash.', 8],
      'hash-of-12-bits': ['Makes the identifier out of 12 bits of a hash.', 12],
      'hash-of-16-bits': ['Makes the identifier out of 16 bits of a hash.', 16, 'deep'],
    }),
    ...handsOut({
      stranger: [
        'Gives every thirteenth new pair the identifier of the pair before it.',
        (given) => ((given.length + 1) % 13 === 0 ? given.at(-1) : undefined),
      ],
      'handed-out-twice': [
        'Hands one identifier out twice in a hundred new pairs.',
        (given) => ((given.length + 1) % 100 === 0 ? given.at(-50) : undefined),
      ],
      'numbers-begin-again': [
        'Begins with its first identifier again after 150 conversations.',
        (given) => given.at(-150),
      ],
      'stranger-after-100': [
        'Gives every new pair the first identifier of all after 100 conversations.',
        (given) => (given.length >= 100 ? given[0] : undefined),
      ],
    }),
  },
  'behaviour/different-pair/channel': {
    ...takesFor({ 'channel-ignored': ['Looks up the subject alone.', () => ''] }),
    ...takesUnknownFor({
      'channel-any-case': ['Looks up channels without regard to case.', (channel) => channel.toLowerCase()],
      'channel-trimmed': ['Removes blanks around the name of a channel.', (channel) => channel.trim()],
    }),
    ...takesFor({
      'channel-cut': ['Looks up the first 8 characters of the channel.', (channel) => channel.slice(0, 8)],
      'channel-cut-at-4': ['Looks up the first 4 characters of the channel.', (channel) => channel.slice(0, 4)],
      'channel-end': ['Looks up the last 8 characters of the channel.', (channel) => channel.slice(-8)],
    }),
    'words-of-objects-on-all-channels': [
      'Keeps what is said under a word of plain objects where all channels see it.',
      { keys: ([channel, subject]) => [subject in {} ? '' : channel, subject] },
    ],
    'first-channel-wins': [
      'Gives a subject that it knows from one channel the same identifier on the next.',
      {
        identifies(next, pair, _reading, { conversations, settings }) {
          const elsewhere = settings.channels.map((other) => conversations.find([other, pair[1]]));
          const known = elsewhere.find((identifier) => identifier !== undefined);
          if (conversations.find(pair) === undefined && known !== undefined) conversations.insert(pair, known);
          return next();
        },
      },
    ],
    ...joins({
      'joined-by-colon': ['Joins channel and subject with a colon.', (channel, subject) => `${channel}:${subject}`],
      'joined-by-underscore': [
        'Joins channel and subject with an underscore.',
        (channel, subject) => `${channel}_${subject}`,
      ],
      'joined-by-bar': ['Joins channel and subject with a bar.', (channel, subject) => `${channel}|${subject}`],
      'joined-by-hyphen': ['Joins subject and channel with a hyphen.', (channel, subject) => `${subject}-${channel}`],
      'joined-by-slash': ['Joins subject and channel with a slash.', (channel, subject) => `${subject}/${channel}`],
      'joined-plainly': ['Joins channel and subject with nothing between.', (channel, subject) => channel + subject],
      'joined-plainly-backwards': [
        'Joins subject and channel with nothing between.',
        (channel, subject) => subject + channel,
      ],
    }),
  },
});
