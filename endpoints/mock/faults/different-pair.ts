/** Faults of Behaviour › new conversation: identifiers shared by pairs that have nothing in common, and by channels. */
import { createHash } from 'node:crypto';
import type { ClauseId } from '../../../schemas/clauses.js';
import type { Behaviour } from '../behaviour.js';
import type { Pair } from '../conversations.js';
import type { Fault } from '../fault.js';

const subject = 'behaviour/different-pair/subject';
const channel = 'behaviour/different-pair/channel';

/** A fault that looks up another pair than the one that was asked for. */
function keying<const Id extends string, const Clause extends ClauseId>(
  id: Id,
  clause: Clause,
  summary: string,
  keys: (pair: Pair) => Pair,
) {
  return {
    id: `different-pair/${id}`,
    clause,
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => ({ keys }),
  } as const satisfies Fault;
}

/** Makes the identifier out of so many bits of a hash of the pair: an even spread, but too few to go round. */
const hashed = (bits: number) => (): Behaviour => ({
  identifies: (_next, pair) => {
    const hash = createHash('sha256').update(JSON.stringify(pair)).digest();
    return `c-${(hash.readUInt32BE(0) >>> (32 - bits)).toString(16).padStart(4, '0')}`;
  },
});

export const differentPairFaults = [
  {
    id: 'different-pair/one-for-all',
    clause: subject,
    summary: 'Gives every pair the same identifier.',
    minLevel: 'smoke',
    behaviour: (): Behaviour => ({ identifies: () => 'c0ffee00-0000-4000-8000-000000000000' }),
  },
  {
    id: 'different-pair/hash-of-8-bits',
    clause: subject,
    summary: 'Makes the identifier out of 8 bits of a hash.',
    minLevel: 'standard',
    behaviour: hashed(8),
  },
  {
    id: 'different-pair/hash-of-12-bits',
    clause: subject,
    summary: 'Makes the identifier out of 12 bits of a hash.',
    minLevel: 'standard',
    behaviour: hashed(12),
  },
  {
    id: 'different-pair/hash-of-16-bits',
    clause: subject,
    summary: 'Makes the identifier out of 16 bits of a hash.',
    minLevel: 'deep',
    behaviour: hashed(16),
  },
  {
    id: 'different-pair/stranger',
    clause: subject,
    summary: 'Gives every thirteenth new pair the identifier of the pair before it.',
    minLevel: 'standard',
    behaviour: (): Behaviour => {
      let created = 0;
      let last = '';
      return {
        identifies(next, pair, _reading, { conversations }) {
          if (conversations.find(pair) === undefined && ++created % 13 === 0) conversations.insert(pair, last);
          const identifier = next();
          if (typeof identifier === 'string') last = identifier;
          return identifier;
        },
      };
    },
  },
  keying('channel-ignored', channel, 'Looks up the subject alone.', ([, subject]) => ['', subject]),
  keying('channel-any-case', channel, 'Looks up channels without regard to case.', ([channel, subject]) => [
    channel.toLowerCase(),
    subject,
  ]),
  keying('channel-cut', channel, 'Looks up the first 8 characters of the channel.', ([channel, subject]) => [
    channel.slice(0, 8),
    subject,
  ]),
  {
    id: 'different-pair/first-channel-wins',
    clause: channel,
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
