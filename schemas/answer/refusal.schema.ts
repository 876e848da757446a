/**
 * JSON Schema of a refusal: its status, and what neither a JSON body nor an object anywhere inside it may have. The body is
 * free otherwise. A member that is null or empty carries nothing.
 */

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
      not: {
        type: 'object',
        required: ['conversationIdentifier'],
        properties: { conversationIdentifier: { type: 'string', minLength: 1 } },
      },
      'x-clauses': { not: 'answer/refusal/no-identifier' },
    },
  },
} as const;
