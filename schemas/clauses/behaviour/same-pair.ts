/** Clauses of Behaviour › existing conversation. */
import { clausesAt, implied, stated } from '../clause.js';

export const samePairClauses = clausesAt(
  'behaviour/same-pair',
  { place: 'Behaviour › existing conversation', owes: 'service', operations: ['establish-conversation'] },
  {
    repeated: stated(
      'Asking again for a channel and subject, with another RequestId, gives the identifier given before.',
      'same-conversation',
    ),
    connection: implied('The identifier is the same on every connection.', 'connections-and-processes'),
    spelling: implied(
      'The identifier is the same for every legal spelling of one request: part order, header case, JSON text.',
      'legal-spellings',
    ),
    'after-refusal': implied(
      'Refused requests before or in between do not change the identifier.',
      'same-conversation',
    ),
    'at-once': implied('Calls for one pair that run at the same time get one identifier.', 'calls-at-the-same-time'),
    'for-ever': implied(
      'A pair keeps its identifier however many other conversations are established after it.',
      'same-conversation',
    ),
  },
);
