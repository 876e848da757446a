/** Clauses of Body › application/json. */
import type { Clause } from '../clause.js';

export const jsonBodyClauses = [
  {
    id: 'body/json/well-formed',
    place: 'Body › application/json',
    owes: 'both',
    sureness: 'implied',
    reading: 'editions',
    statement: 'The whole body is one JSON text.',
    mediaType: 'application/json',
  },
  {
    id: 'body/json/object',
    place: 'Body › application/json',
    owes: 'both',
    sureness: 'stated',
    reading: 'editions',
    statement: 'The JSON text is an object.',
    mediaType: 'application/json',
  },
  {
    id: 'body/json/any-spelling',
    place: 'Body › application/json',
    owes: 'service',
    sureness: 'implied',
    reading: 'legal-spellings',
    statement: 'White space, order of members and escapes in the body change nothing.',
    mediaType: 'application/json',
  },
] as const satisfies readonly Clause[];
