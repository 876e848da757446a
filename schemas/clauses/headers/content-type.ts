/** Clauses of Headers › Content-Type. */
import type { Clause } from '../clause.js';

export const contentTypeClauses = [
  {
    id: 'headers/content-type/required',
    place: 'Headers › Content-Type',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every request names the media type of its body.',
  },
  {
    id: 'headers/content-type/media-type',
    place: 'Headers › Content-Type',
    owes: 'both',
    sureness: 'stated',
    statement: 'The media type is multipart/form-data and no other.',
    mediaType: 'multipart/form-data',
  },
  {
    id: 'headers/content-type/boundary',
    place: 'Headers › Content-Type',
    owes: 'both',
    sureness: 'implied',
    statement: 'The media type carries the boundary parameter without which the form cannot be read.',
    mediaType: 'multipart/form-data',
  },
  {
    id: 'headers/content-type/any-spelling',
    place: 'Headers › Content-Type',
    owes: 'service',
    sureness: 'implied',
    reading: 'legal-spellings',
    statement: 'Letter case of the media type, a quoted boundary and other parameters before it change nothing.',
    mediaType: 'multipart/form-data',
  },
] as const satisfies readonly Clause[];
