/** Clauses of Headers › RequestId. */
import { assumed, clausesAt, implied, stated } from '../clause.js';

export const requestIdClauses = clausesAt(
  'headers/request-id',
  { place: 'Headers › RequestId', owes: 'both' },
  {
    required: stated('Every request carries a RequestId header.'),
    format: stated('The RequestId is a GUID written as 8-4-4-4-12 hexadecimal digits.', 'requestid'),
    'any-version': assumed('GUIDs of every version are accepted, in upper and lower case.', {
      reading: 'requestid',
      owes: 'service',
    }),
    unique: implied('No two requests carry the same RequestId.', { reading: 'requestid', owes: 'connector' }),
  },
);
