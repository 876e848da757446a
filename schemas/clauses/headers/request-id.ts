/** Clauses of Headers › RequestId. */
import type { Clause } from '../clause.js';

export const requestIdClauses = [
  {
    id: 'headers/request-id/required',
    place: 'Headers › RequestId',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every request carries a RequestId header.',
  },
  {
    id: 'headers/request-id/format',
    place: 'Headers › RequestId',
    owes: 'both',
    sureness: 'stated',
    reading: 'requestid',
    statement: 'The RequestId is a GUID written as 8-4-4-4-12 hexadecimal digits.',
  },
  {
    id: 'headers/request-id/any-version',
    place: 'Headers › RequestId',
    owes: 'service',
    sureness: 'assumed',
    reading: 'requestid',
    statement: 'GUIDs of every version are accepted, in upper and lower case.',
  },
  {
    id: 'headers/request-id/unique',
    place: 'Headers › RequestId',
    owes: 'connector',
    sureness: 'implied',
    reading: 'requestid',
    statement: 'No two requests carry the same RequestId.',
  },
] as const satisfies readonly Clause[];
