/** Clauses of Body › application/json. */
import { clausesAt, implied, stated } from '../clause.js';

export const jsonBodyClauses = clausesAt(
  'body/json',
  { place: 'Body › application/json', owes: 'both', mediaType: 'application/json' },
  {
    'well-formed': implied('The whole body is one JSON text.', 'editions'),
    object: stated('The JSON text is an object.', 'editions'),
    'any-spelling': implied('White space, order of members and escapes in the body change nothing.', {
      reading: 'legal-spellings',
      owes: 'service',
    }),
  },
);
