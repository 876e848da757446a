/** Clauses of Headers › Authorization. */
import { assumed, clausesAt, implied, stated } from '../clause.js';

export const authorizationClauses = clausesAt(
  'headers/authorization',
  { place: 'Headers › Authorization', owes: 'both' },
  {
    required: stated('Every request carries an Authorization header with credentials in it.'),
    scheme: stated('The credentials are of the Bearer scheme: its name, a blank, the token.'),
    'scheme-any-case': assumed('The scheme name Bearer is accepted in any case.', {
      reading: 'legal-spellings',
      owes: 'service',
    }),
    token: stated('The token is one JSON Web Token in compact form and nothing else.', 'token'),
    signature: implied(
      'A token whose signature does not prove its content (altered, cut, foreign, unsigned) is refused.',
      { reading: 'token', owes: 'service' },
    ),
    expiry: assumed('A token past its expiry time is refused.', { reading: 'token', owes: 'service' }),
    'renewed-after-401': assumed('After a 401 a new token is fetched, and the refused one is not used again.', {
      reading: 'tokens-over-time',
      owes: 'connector',
    }),
    'token-not-hammered': assumed(
      'Tokens are fetched a few times and kept: the token endpoint is not asked again and again.',
      { reading: 'tokens-over-time', owes: 'connector' },
    ),
  },
);
