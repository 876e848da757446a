/** Clauses of Headers › Content-Type where the body is JSON. */
import type { Clause } from '../clause.js';

export const jsonContentTypeClauses = [
  {
    id: 'headers/content-type/json',
    place: 'Headers › Content-Type (JSON)',
    owes: 'both',
    sureness: 'stated',
    reading: 'editions',
    statement: 'The media type is application/json and no other.',
    mediaType: 'application/json',
  },
  {
    id: 'headers/content-type/json-any-spelling',
    place: 'Headers › Content-Type (JSON)',
    owes: 'service',
    sureness: 'implied',
    reading: 'legal-spellings',
    statement: 'Letter case of application/json and a charset parameter behind it change nothing.',
    mediaType: 'application/json',
  },
] as const satisfies readonly Clause[];
