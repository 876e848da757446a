/** Clauses of Headers › OrgId. */
import { assumed, clausesAt, implied, stated } from '../clause.js';

export const orgIdClauses = clausesAt(
  'headers/org-id',
  { place: 'Headers › OrgId', owes: 'both' },
  {
    required: stated('Every request names the org in the OrgId header.'),
    length: stated('The org id has exactly 15 characters; the 18-character form is another form.', 'orgid'),
    characters: assumed('The org id consists of ASCII letters and digits only.', 'orgid'),
    'token-org': implied('The org named is the one that the token was issued for.', 'orgid'),
  },
);
