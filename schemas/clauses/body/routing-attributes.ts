/** Clauses of Body › routingAttributes. Nobody has to send them; what a service does with others is observed, as no page says that it refuses them. */
import { clausesAt, stated } from '../clause.js';

export const routingAttributesClauses = clausesAt(
  'body/routing-attributes',
  { place: 'Body › routingAttributes', owes: 'connector', operations: ['establish-conversation'], from: '65.0' },
  {
    object: stated('Routing attributes, where a request has them, form an object.', 'editions'),
    'string-values': stated('The value of every routing attribute is a string.', 'editions'),
  },
);
