/** Clauses of Header names and values in general. */
import { assumed, clausesAt } from '../clause.js';

export const headerSectionClauses = clausesAt(
  'headers',
  { place: 'Headers', owes: 'service' },
  {
    'names/any-case': assumed('A header field name counts the same in upper, lower and mixed case.', 'legal-spellings'),
    'values/optional-whitespace': assumed(
      'Blanks and tabs around a header field value mean nothing.',
      'legal-spellings',
    ),
  },
);
