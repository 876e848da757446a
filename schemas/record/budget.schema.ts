/** Section of the run record of a run whose budget did not pay for its level: how small it was, and what it did not reach. */
const count = { type: 'integer', minimum: 0 } as const;

export const budgetSchema = {
  type: 'object',
  description: 'Present when --max-requests is less than what the level would send: what tells most was sent first.',
  properties: {
    maxRequests: { ...count, description: 'The ceiling, repeats and retries included.' },
    levelRequests: { ...count, description: 'What the level would have sent.' },
    notReached: {
      type: 'array',
      items: { type: 'string' },
      description: 'Clauses for which the budget left nothing. They are not exercised, and the run is not conformant.',
    },
  },
  required: ['maxRequests', 'levelRequests', 'notReached'],
  additionalProperties: false,
} as const;
