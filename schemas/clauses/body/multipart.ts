/** Clauses of Body › multipart/form-data. */
import type { Clause } from '../clause.js';

export const multipartClauses = [
  {
    id: 'body/multipart/well-formed',
    place: 'Body › multipart/form-data',
    owes: 'both',
    sureness: 'implied',
    reading: 'a-form-that-is-not-ended',
    statement: 'The body is a complete multipart message cut by the announced boundary.',
    mediaType: 'multipart/form-data',
  },
  {
    id: 'body/multipart/part-order',
    place: 'Body › multipart/form-data',
    owes: 'service',
    sureness: 'assumed',
    reading: 'legal-spellings',
    statement: 'The parts may come in either order.',
    mediaType: 'multipart/form-data',
  },
  {
    id: 'body/multipart/part-types',
    place: 'Body › multipart/form-data',
    owes: 'service',
    sureness: 'assumed',
    reading: 'legal-spellings',
    statement: 'Parts may carry a media type of their own or none.',
    mediaType: 'multipart/form-data',
  },
] as const satisfies readonly Clause[];
