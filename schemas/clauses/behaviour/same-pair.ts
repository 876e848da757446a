/** Clauses of Behaviour › existing conversation. */
import { type Clause, heldFor } from '../clause.js';

export const samePairClauses = heldFor(['establish-conversation'], [
  {
    id: 'behaviour/same-pair/repeated',
    place: 'Behaviour › existing conversation',
    owes: 'service',
    sureness: 'stated',
    reading: 'same-conversation',
    statement: 'Asking again for a channel and subject, with another RequestId, gives the identifier given before.',
  },
  {
    id: 'behaviour/same-pair/connection',
    place: 'Behaviour › existing conversation',
    owes: 'service',
    sureness: 'implied',
    reading: 'connections-and-processes',
    statement: 'The identifier is the same on every connection.',
  },
  {
    id: 'behaviour/same-pair/spelling',
    place: 'Behaviour › existing conversation',
    owes: 'service',
    sureness: 'implied',
    reading: 'legal-spellings',
    statement:
      'The identifier is the same for every legal spelling of one request: part order, header case, JSON text.',
  },
  {
    id: 'behaviour/same-pair/after-refusal',
    place: 'Behaviour › existing conversation',
    owes: 'service',
    sureness: 'implied',
    reading: 'same-conversation',
    statement: 'Refused requests before or in between do not change the identifier.',
  },
  {
    id: 'behaviour/same-pair/at-once',
    place: 'Behaviour › existing conversation',
    owes: 'service',
    sureness: 'implied',
    reading: 'calls-at-the-same-time',
    statement: 'Calls for one pair that run at the same time get one identifier.',
  },
  {
    id: 'behaviour/same-pair/for-ever',
    place: 'Behaviour › existing conversation',
    owes: 'service',
    sureness: 'implied',
    reading: 'same-conversation',
    statement: 'A pair keeps its identifier however many other conversations are established after it.',
  },
] as const satisfies readonly Clause[]);
