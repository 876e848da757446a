/** Clauses of Headers › AuthorizationContext. */
import { clausesAt, stated } from '../clause.js';

export const authorizationContextClauses = clausesAt(
  'headers/authorization-context',
  { place: 'Headers › AuthorizationContext', owes: 'both' },
  {
    required: stated('Every request names the conversation channel definition in the AuthorizationContext header.'),
    format: stated(
      'The value is a prefix and a definition name, both developer names, joined by an underscore.',
      'authorizationcontext',
    ),
    prefix: stated(
      'The prefix is the developer name prefix of the connected app; a well-formed value with another prefix is refused.',
      'authorizationcontext',
    ),
  },
);
