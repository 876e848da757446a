/** Clauses of Body › participants.subject. */
import { assumed, clausesAt, implied, stated } from '../clause.js';

export const subjectClauses = clausesAt(
  'body/participants/subject',
  { place: 'Body › participants.subject', owes: 'both', operations: ['establish-conversation'] },
  {
    required: stated('Every participant has a subject.'),
    string: stated('The subject is a string.'),
    'non-empty': implied('The subject has at least one character.', 'participants'),
    'any-text': assumed(
      'A subject in any script, with emoji, punctuation, quotes or inner blanks, or of one character, is accepted.',
      { reading: 'subjects', owes: 'service' },
    ),
    'length-255': assumed('A subject of up to 255 characters is accepted.', { reading: 'length', owes: 'service' }),
    'beyond-255': assumed(
      'A longer subject is accepted whole or refused, but neither cut silently nor answered with a server error.',
      { reading: 'length', owes: 'service' },
    ),
  },
);
