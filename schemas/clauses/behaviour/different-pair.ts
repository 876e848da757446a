/** Clauses of Behaviour › new conversation. */
import { type Clause, heldFor } from '../clause.js';

export const differentPairClauses = heldFor(['establish-conversation'], [
  {
    id: 'behaviour/new-conversation',
    place: 'Behaviour › new conversation',
    owes: 'service',
    sureness: 'stated',
    statement: 'A channel and subject that are not known yet get a conversation with an identifier.',
  },
  {
    id: 'behaviour/different-pair/subject',
    place: 'Behaviour › new conversation',
    owes: 'service',
    sureness: 'stated',
    reading: 'different-conversation',
    statement: 'Two subjects on one channel, however alike, never share an identifier.',
  },
  {
    id: 'behaviour/different-pair/channel',
    place: 'Behaviour › new conversation',
    owes: 'service',
    sureness: 'stated',
    reading: 'different-conversation',
    statement: 'One subject on two channels never shares an identifier.',
  },
] as const satisfies readonly Clause[]);
