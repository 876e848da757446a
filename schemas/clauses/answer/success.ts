/** Clauses of Answer › success. */
import type { Clause } from '../clause.js';

export const successClauses = [
  {
    id: 'answer/success/status',
    place: 'Answer › success',
    owes: 'service',
    sureness: 'assumed',
    reading: 'success',
    statement: 'A conforming request is answered with 200, 201 or 202.',
  },
  {
    id: 'answer/success/json-object',
    place: 'Answer › success',
    owes: 'service',
    sureness: 'assumed',
    reading: 'success',
    statement: 'The success answer is one JSON object.',
  },
  {
    id: 'answer/success/conversation-identifier/required',
    place: 'Answer › success',
    owes: 'service',
    sureness: 'stated',
    statement: 'The success answer has a conversationIdentifier.',
    operations: ['establish-conversation'],
  },
  {
    id: 'answer/success/conversation-identifier/string',
    place: 'Answer › success',
    owes: 'service',
    sureness: 'implied',
    reading: 'success',
    statement: 'The conversationIdentifier is a string.',
    operations: ['establish-conversation'],
  },
  {
    id: 'answer/success/conversation-identifier/non-empty',
    place: 'Answer › success',
    owes: 'service',
    sureness: 'implied',
    reading: 'success',
    statement: 'The conversationIdentifier has at least one character.',
    operations: ['establish-conversation'],
  },
] as const satisfies readonly Clause[];
