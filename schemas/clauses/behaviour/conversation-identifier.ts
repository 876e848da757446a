/** Clauses of Behaviour › use of the identifier. */
import { clausesAt, implied } from '../clause.js';

export const conversationIdentifierClauses = clausesAt(
  'behaviour/conversation-identifier',
  { place: 'Behaviour › use of the identifier', owes: 'connector' },
  {
    used: implied(
      'Calls that name a conversation name it by an identifier that was given back, never by an invented one.',
      'use-of-the-identifier',
    ),
  },
);
