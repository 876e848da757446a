/** Clauses of Behaviour › use of the identifier. */
import type { Clause } from '../clause.js';

export const conversationIdentifierClauses = [
  {
    id: 'behaviour/conversation-identifier/used',
    place: 'Behaviour › use of the identifier',
    owes: 'connector',
    sureness: 'implied',
    reading: 'use-of-the-identifier',
    statement: 'Calls that name a conversation name it by an identifier that was given back, never by an invented one.',
  },
] as const satisfies readonly Clause[];
