/** Clauses of Headers › OrgId. */
import type { Clause } from '../clause.js';

export const orgIdClauses = [
  {
    id: 'headers/org-id/required',
    place: 'Headers › OrgId',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every request names the org in the OrgId header.',
  },
  {
    id: 'headers/org-id/length',
    place: 'Headers › OrgId',
    owes: 'both',
    sureness: 'stated',
    reading: 'orgid',
    statement: 'The org id has exactly 15 characters; the 18-character form is another form.',
  },
  {
    id: 'headers/org-id/characters',
    place: 'Headers › OrgId',
    owes: 'both',
    sureness: 'assumed',
    reading: 'orgid',
    statement: 'The org id consists of ASCII letters and digits only.',
  },
  {
    id: 'headers/org-id/token-org',
    place: 'Headers › OrgId',
    owes: 'both',
    sureness: 'implied',
    reading: 'orgid',
    statement: 'The org named is the one that the token was issued for.',
  },
] as const satisfies readonly Clause[];
