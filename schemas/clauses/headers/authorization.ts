/** Clauses of Headers › Authorization. */
import type { Clause } from '../clause.js';

export const authorizationClauses = [
  {
    id: 'headers/authorization/required',
    place: 'Headers › Authorization',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every request carries an Authorization header with credentials in it.',
  },
  {
    id: 'headers/authorization/scheme',
    place: 'Headers › Authorization',
    owes: 'both',
    sureness: 'stated',
    statement: 'The credentials are of the Bearer scheme: its name, a blank, the token.',
  },
  {
    id: 'headers/authorization/scheme-any-case',
    place: 'Headers › Authorization',
    owes: 'service',
    sureness: 'assumed',
    reading: 'legal-spellings',
    statement: 'The scheme name Bearer is accepted in any case.',
  },
  {
    id: 'headers/authorization/token',
    place: 'Headers › Authorization',
    owes: 'both',
    sureness: 'stated',
    reading: 'token',
    statement: 'The token is one JSON Web Token in compact form and nothing else.',
  },
  {
    id: 'headers/authorization/signature',
    place: 'Headers › Authorization',
    owes: 'service',
    sureness: 'implied',
    reading: 'token',
    statement: 'A token whose signature does not prove its content (altered, cut, foreign, unsigned) is refused.',
  },
  {
    id: 'headers/authorization/expiry',
    place: 'Headers › Authorization',
    owes: 'service',
    sureness: 'assumed',
    reading: 'token',
    statement: 'A token past its expiry time is refused.',
  },
  {
    id: 'headers/authorization/renewed-after-401',
    place: 'Headers › Authorization',
    owes: 'connector',
    sureness: 'assumed',
    reading: 'tokens-over-time',
    statement: 'After a 401 a new token is fetched, and the refused one is not used again.',
  },
  {
    id: 'headers/authorization/token-not-hammered',
    place: 'Headers › Authorization',
    owes: 'connector',
    sureness: 'assumed',
    reading: 'tokens-over-time',
    statement: 'Tokens are fetched a few times and kept: the token endpoint is not asked again and again.',
  },
] as const satisfies readonly Clause[];
