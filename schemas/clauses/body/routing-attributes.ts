/** Clauses of Body › routingAttributes. Nobody has to send them; what a service does with others is observed, as no page says that it refuses them. */
import { type Clause, heldFor } from '../clause.js';

export const routingAttributesClauses = heldFor(['establish-conversation'], [
  {
    id: 'body/routing-attributes/object',
    place: 'Body › routingAttributes',
    owes: 'connector',
    sureness: 'stated',
    reading: 'editions',
    statement: 'Routing attributes, where a request has them, form an object.',
    from: '65.0',
  },
  {
    id: 'body/routing-attributes/string-values',
    place: 'Body › routingAttributes',
    owes: 'connector',
    sureness: 'stated',
    reading: 'editions',
    statement: 'The value of every routing attribute is a string.',
    from: '65.0',
  },
] as const satisfies readonly Clause[]);
