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
    editions: ['61.0'],
  },
  {
    id: 'body/multipart/part-order',
    place: 'Body › multipart/form-data',
    owes: 'service',
    sureness: 'assumed',
    reading: 'legal-spellings',
    statement: 'The parts may come in either order.',
    editions: ['61.0'],
  },
  {
    id: 'body/multipart/part-types',
    place: 'Body › multipart/form-data',
    owes: 'service',
    sureness: 'assumed',
    reading: 'legal-spellings',
    statement: 'Parts may carry a media type of their own or none.',
    editions: ['61.0'],
  },
] as const satisfies readonly Clause[];
