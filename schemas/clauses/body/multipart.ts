/** Clauses of Body › multipart/form-data. */
import { assumed, clausesAt, implied } from '../clause.js';

export const multipartClauses = clausesAt(
  'body/multipart',
  { place: 'Body › multipart/form-data', owes: 'service', mediaType: 'multipart/form-data' },
  {
    'well-formed': implied('The body is a complete multipart message cut by the announced boundary.', {
      reading: 'a-form-that-is-not-ended',
      owes: 'both',
    }),
    'part-order': assumed('The parts may come in either order.', 'legal-spellings'),
    'part-types': assumed('Parts may carry a media type of their own or none.', 'legal-spellings'),
  },
);
