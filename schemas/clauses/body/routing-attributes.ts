/** Clauses of Body › routingAttributes. Nobody has to send them; what a service does with others is observed, as no page says that it refuses them. */
import type { Clause } from '../clause.js';

export const routingAttributesClauses = [
  {
    id: 'body/routing-attributes/object',
    place: 'Body › routingAttributes',
    owes: 'connector',
    sureness: 'stated',
    reading: 'editions',
    statement: 'Routing attributes, where a request has them, form an object.',
    editions: ['65.0'],
  },
  {
    id: 'body/routing-attributes/string-values',
    place: 'Body › routingAttributes',
    owes: 'connector',
    sureness: 'stated',
    reading: 'editions',
    statement: 'The value of every routing attribute is a string.',
    editions: ['65.0'],
  },
] as const satisfies readonly Clause[];
