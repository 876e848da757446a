/** Clauses of Operation. */
import { assumed, clausesAt, stated } from './clause.js';

export const operationClauses = clausesAt(
  'operation',
  { place: 'Operation › path and method', owes: 'both' },
  {
    endpoint: stated('A conversation is established by POST to v1/conversation below the base URL.', {
      reading: 'where-the-operation-lives',
      operations: ['establish-conversation'],
    }),
    'no-secrets-in-url': assumed('No URL that is asked for holds a token or another secret.', {
      reading: 'secrets-in-urls',
      owes: 'connector',
    }),
  },
);
