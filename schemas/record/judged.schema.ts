/** Sections of the run record that keep what waivers and a baseline are applied to, so that they can be applied anew. */
const text = { type: 'string' } as const;

export const troubleSchema = {
  type: 'object',
  description: 'Why the run could not go on to its end.',
  properties: { cause: text, reason: text },
  required: ['cause', 'reason'],
  additionalProperties: false,
} as const;

export const judgedSchema = {
  type: 'object',
  description: 'The verdict as it was before waivers and a baseline were applied.',
  properties: {
    verdict: { enum: ['conformant', 'nonconformant', 'inconclusive'] },
    exitCode: { type: 'integer', minimum: 0, maximum: 5 },
    reason: text,
    cause: text,
  },
  required: ['verdict', 'exitCode', 'reason'],
  additionalProperties: false,
} as const;
