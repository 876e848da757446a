/** Clauses of Body › participants. */
import { assumed, clausesAt, implied, stated } from '../clause.js';

export const participantsClauses = clausesAt(
  'body/participants',
  { place: 'Body › participants', owes: 'both', operations: ['establish-conversation'] },
  {
    required: stated('Every request carries the participants.'),
    json: implied('The participants are written as JSON text.', {
      reading: 'layout-of-the-form',
      mediaType: 'multipart/form-data',
    }),
    list: stated('The participants form a list.'),
    'non-empty': implied('The list of participants has at least one entry.', 'participants'),
    'one-entry': stated('The list of participants has one entry and no more.', {
      reading: 'editions',
      owes: 'connector',
      from: '65.0',
    }),
    entries: implied('Every entry of the list is an object.', 'participants'),
    'every-entry': assumed('One wrong entry, at whatever position, makes the whole request wrong.', {
      reading: 'participants',
      owes: 'service',
      until: '61.0',
    }),
    'any-spelling': implied('White space, order of members and escapes in the JSON text change nothing.', {
      reading: 'legal-spellings',
      owes: 'service',
      mediaType: 'multipart/form-data',
    }),
  },
);
