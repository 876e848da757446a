/** Clauses of Operation. */
import { assumed, clausesAt, implied, owedBy, stated } from './clause.js';

export const operationClauses = clausesAt('operation', 'Operation › path and method', owedBy('both'), {
  endpoint: stated(
    'A conversation is established by POST to v1/conversation below the base URL.',
    'where-the-operation-lives',
    { operations: ['establish-conversation'] },
  ),
  'http-message': implied(
    'Every request is one whole HTTP/1.1 or HTTP/1.0 message by its own framing.',
    'http-messages',
    {
      owes: 'connector',
    },
  ),
  'no-secrets-in-url': assumed('No URL that is asked for holds a token or another secret.', 'secrets-in-urls', {
    owes: 'connector',
  }),
});
