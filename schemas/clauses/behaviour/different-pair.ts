/** Clauses of Behaviour › new conversation. */
import { clausesAt, stated } from '../clause.js';

export const differentPairClauses = [
  ...clausesAt(
    'behaviour',
    { place: 'Behaviour › new conversation', owes: 'service', operations: ['establish-conversation'] },
    {
      'new-conversation': stated('A channel and subject that are not known yet get a conversation with an identifier.'),
    },
  ),
  ...clausesAt(
    'behaviour/different-pair',
    { place: 'Behaviour › new conversation', owes: 'service', operations: ['establish-conversation'] },
    {
      subject: stated(
        'Two subjects on one channel, however alike, never share an identifier.',
        'different-conversation',
      ),
      channel: stated('One subject on two channels never shares an identifier.', 'different-conversation'),
    },
  ),
];
