/** Part of the run record: the same target judged by other editions, for comparison; none of it decides the verdict. */

const text = { type: 'string' } as const;

export const besidesSchema = {
  type: 'array',
  description: 'Runs against the same target by other editions; the run itself decides verdict and exit code.',
  items: {
    type: 'object',
    properties: {
      edition: text,
      layout: { enum: ['parts', 'json-part', 'json'] },
      verdict: { enum: ['conformant', 'nonconformant', 'inconclusive'] },
      reason: { ...text, description: 'The verdict in one sentence for people.' },
      requests: { type: 'integer', minimum: 0, description: 'Requests sent by it, beside those of the run.' },
      conversations: { type: 'integer', minimum: 0, description: 'Pairs established by it.' },
      clauses: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: text,
            verdict: {
              enum: ['conformant', 'nonconformant', 'inconclusive', 'not exercised', 'waived', 'observed'],
            },
          },
          required: ['id', 'verdict'],
          additionalProperties: false,
        },
      },
    },
    required: ['edition', 'layout', 'verdict', 'reason', 'requests', 'clauses'],
    additionalProperties: false,
  },
} as const;
