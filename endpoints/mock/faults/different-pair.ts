/** Faults of Behaviour › new conversation: identifiers shared by pairs that have nothing in common; channels go with it. */
import { createHash } from 'node:crypto';
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import { channelsFaults } from './channels.js';
import { joinedKeysFaults } from './joined-keys.js';
import { strangersFaults } from './strangers.js';

const subject = 'behaviour/different-pair/subject';

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
  ...strangersFaults,
  ...channelsFaults,
  ...joinedKeysFaults,
] as const satisfies readonly Fault[];
