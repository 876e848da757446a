/** Faults of Behaviour › new conversation: one subject on two channels is one conversation. */
import type { Behaviour } from '../behaviour.js';
import type { Pair } from '../conversations.js';
import type { Fault } from '../fault.js';

const clause = 'behaviour/different-pair/channel';

/** A fault that looks up another pair than the one that was asked for. */
function keying<const Id extends string>(id: Id, summary: string, keys: (pair: Pair) => Pair) {
  return {
    id: `different-pair/${id}`,
    clause,
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => ({ keys }),
  } as const satisfies Fault;
}

/** A fault that also takes spellings of a channel that nobody configured, and means the configured one. */
function findingChannels<const Id extends string>(id: Id, summary: string, fold: (channel: string) => string) {
  return {
    ...keying(id, summary, ([channel, subject]) => [fold(channel), subject]),
    behaviour: (): Behaviour => ({
      createsChannels: true,
      keys: ([channel, subject]) => [fold(channel), subject],
    }),
  } as const satisfies Fault;
}

export const channelsFaults = [
  keying('channel-ignored', 'Looks up the subject alone.', ([, subject]) => ['', subject]),
  findingChannels('channel-any-case', 'Looks up channels without regard to case.', (channel) => channel.toLowerCase()),
  findingChannels('channel-trimmed', 'Removes blanks around the name of a channel.', (channel) => channel.trim()),
  keying('channel-cut', 'Looks up the first 8 characters of the channel.', ([channel, subject]) => [
    channel.slice(0, 8),
    subject,
  ]),
  keying('channel-cut-at-4', 'Looks up the first 4 characters of the channel.', ([channel, subject]) => [
    channel.slice(0, 4),
    subject,
  ]),
  keying('channel-end', 'Looks up the last 8 characters of the channel.', ([channel, subject]) => [
    channel.slice(-8),
    subject,
  ]),
  {
    id: 'different-pair/first-channel-wins',
    clause,
    summary: 'Gives a subject that it knows from one channel the same identifier on the next.',
    minLevel: 'standard',
    behaviour: (): Behaviour => ({
      identifies(next, pair, _reading, { conversations, settings }) {
        const elsewhere = settings.channels.map((other) => conversations.find([other, pair[1]]));
        const known = elsewhere.find((identifier) => identifier !== undefined);
        if (conversations.find(pair) === undefined && known !== undefined) conversations.insert(pair, known);
        return next();
      },
    }),
  },
] as const satisfies readonly Fault[];
