/** Clauses of Header names and values in general. */
import type { Clause } from '../clause.js';

export const headerSectionClauses = [
  {
    id: 'headers/names/any-case',
    place: 'Headers',
    owes: 'service',
    sureness: 'assumed',
    reading: 'legal-spellings',
    statement: 'A header field name counts the same in upper, lower and mixed case.',
  },
  {
    id: 'headers/values/optional-whitespace',
    place: 'Headers',
    owes: 'service',
    sureness: 'assumed',
    reading: 'legal-spellings',
    statement: 'Blanks and tabs around a header field value mean nothing.',
  },
] as const satisfies readonly Clause[];
