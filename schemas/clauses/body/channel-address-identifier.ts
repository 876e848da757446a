/** Clauses of Body › channelAddressIdentifier. */
import { type Clause, heldFor } from '../clause.js';

export const channelAddressIdentifierClauses = heldFor(['establish-conversation'], [
  {
    id: 'body/channel-address-identifier/required',
    place: 'Body › channelAddressIdentifier',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every request names the conversation channel.',
  },
  {
    id: 'body/channel-address-identifier/string',
    place: 'Body › channelAddressIdentifier',
    owes: 'both',
    sureness: 'stated',
    reading: 'channels',
    statement: 'The channel address identifier is a string with at least one character.',
  },
] as const satisfies readonly Clause[]);
