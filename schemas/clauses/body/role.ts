/** Clauses of Body › participants.role. */
import { clausesAt, stated } from '../clause.js';

export const roleClauses = clausesAt(
  'body/participants/role',
  { place: 'Body › participants.role', owes: 'both', operations: ['establish-conversation'] },
  {
    required: stated('Every participant has a role.'),
    value: stated('The role is exactly EndUser.', 'participants'),
  },
);
