/** JSON Schema of a success answer: its status and its body once read as JSON. Further members are fine. */

export const successAnswerSchema = {
  type: 'object',
  required: ['status', 'body'],
  properties: {
    status: { enum: [200, 201, 202], 'x-clauses': { enum: 'answer/success/status' } },
    body: {
      type: 'object',
      required: ['conversationIdentifier'],
      'x-clauses': {
        type: 'answer/success/json-object',
        required: { conversationIdentifier: 'answer/success/conversation-identifier/required' },
      },
      properties: {
        conversationIdentifier: {
          type: 'string',
          minLength: 1,
          'x-clauses': {
            type: 'answer/success/conversation-identifier/string',
            minLength: 'answer/success/conversation-identifier/non-empty',
          },
        },
      },
    },
  },
} as const;
