/** Clauses of Headers › Content-Type where the body is JSON. */
import { clausesAt, implied, stated } from '../clause.js';

export const jsonContentTypeClauses = clausesAt(
  'headers/content-type',
  { place: 'Headers › Content-Type (JSON)', owes: 'both', mediaType: 'application/json' },
  {
    json: stated('The media type is application/json and no other.', 'editions'),
    'json-any-spelling': implied('Letter case of application/json and a charset parameter behind it change nothing.', {
      reading: 'legal-spellings',
      owes: 'service',
    }),
  },
);
