/** Clauses of Body › channelAddressIdentifier. */
import { clausesAt, stated } from '../clause.js';

export const channelAddressIdentifierClauses = clausesAt(
  'body/channel-address-identifier',
  { place: 'Body › channelAddressIdentifier', owes: 'both', operations: ['establish-conversation'] },
  {
    required: stated('Every request names the conversation channel.'),
    string: stated('The channel address identifier is a string with at least one character.', 'channels'),
  },
);
