/** Clauses of Body › participants.appType. */
import { type Clause, heldFor } from '../clause.js';

export const appTypeClauses = heldFor(['establish-conversation'], [
  {
    id: 'body/participants/app-type/required',
    place: 'Body › participants.appType',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every participant has an appType.',
  },
  {
    id: 'body/participants/app-type/value',
    place: 'Body › participants.appType',
    owes: 'both',
    sureness: 'stated',
    reading: 'participants',
    statement: 'The appType is exactly custom.',
  },
] as const satisfies readonly Clause[]);
