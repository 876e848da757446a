/** JSON Schema of a refusal: its status, and what a JSON body must not have. The body is free otherwise. */

export const refusalAnswerSchema = {
  type: 'object',
  required: ['status'],
  properties: {
    status: {
      type: 'integer',
      allOf: [
        { minimum: 400, 'x-clauses': { minimum: 'answer/refusal/status' } },
        { maximum: 499, 'x-clauses': { maximum: 'answer/refusal/status' } },
        { not: { enum: [408, 429] }, 'x-clauses': { not: 'answer/refusal/status' } },
      ],
    },
    body: {
      not: { type: 'object', required: ['conversationIdentifier'] },
      'x-clauses': { not: 'answer/refusal/no-identifier' },
    },
  },
} as const;
