/** Clauses of Body › participants.appType. */
import { clausesAt, stated } from '../clause.js';

export const appTypeClauses = clausesAt(
  'body/participants/app-type',
  { place: 'Body › participants.appType', owes: 'both', operations: ['establish-conversation'] },
  {
    required: stated('Every participant has an appType.'),
    value: stated('The appType is exactly custom.', 'participants'),
  },
);
