/** Clauses of Body › participants.role. */
import { type Clause, heldFor } from '../clause.js';

export const roleClauses = heldFor(['establish-conversation'], [
  {
    id: 'body/participants/role/required',
    place: 'Body › participants.role',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every participant has a role.',
  },
  {
    id: 'body/participants/role/value',
    place: 'Body › participants.role',
    owes: 'both',
    sureness: 'stated',
    reading: 'participants',
    statement: 'The role is exactly EndUser.',
  },
] as const satisfies readonly Clause[]);
