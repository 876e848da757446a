/** Clauses of Answer › success. */
import { assumed, clausesAt, implied, stated } from '../clause.js';

export const successClauses = [
  ...clausesAt(
    'answer/success',
    { place: 'Answer › success', owes: 'service' },
    {
      status: assumed('A conforming request is answered with 200, 201 or 202.', 'success'),
      'json-object': assumed('The success answer is one JSON object.', 'success'),
    },
  ),
  ...clausesAt(
    'answer/success/conversation-identifier',
    { place: 'Answer › success', owes: 'service', operations: ['establish-conversation'] },
    {
      required: stated('The success answer has a conversationIdentifier.'),
      string: implied('The conversationIdentifier is a string.', 'success'),
      'non-empty': implied('The conversationIdentifier has at least one character.', 'success'),
    },
  ),
];
