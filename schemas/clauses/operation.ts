/** Clauses of Operation. */
import type { Clause } from '../clause.js';

export const operationClauses = [
  {
    id: 'operation/endpoint',
    place: 'Operation › path and method',
    owes: 'both',
    sureness: 'stated',
    statement: 'A conversation is established by POST to v1/conversation below the base URL.',
  },
] as const satisfies readonly Clause[];
