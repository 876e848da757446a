/** Clauses of Operation. */
import type { Clause } from './clause.js';

export const operationClauses = [
  {
    id: 'operation/endpoint',
    place: 'Operation › path and method',
    owes: 'both',
    sureness: 'stated',
    reading: 'where-the-operation-lives',
    statement: 'A conversation is established by POST to v1/conversation below the base URL.',
    operations: ['establish-conversation'],
  },
  {
    id: 'operation/no-secrets-in-url',
    place: 'Operation › path and method',
    owes: 'connector',
    sureness: 'assumed',
    reading: 'secrets-in-urls',
    statement: 'No URL that is asked for holds a token or another secret.',
  },
] as const satisfies readonly Clause[];
