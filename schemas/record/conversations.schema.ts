/** Part of the run record: the conversations that the run has left behind at the service, which cannot delete them. */
import type { FromSchema } from 'json-schema-to-ts';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;

const conversation = {
  type: 'object',
  description: 'A pair with the identifier that came. What could not be read is absent.',
  properties: {
    channel: text,
    subject: text,
    identifier: { ...text, description: 'Cut at 512 characters.' },
    withoutPrefix: { const: true, description: 'Its subject does not carry the prefix of the run.' },
  },
  additionalProperties: false,
} as const;

export const conversationsSchema = {
  type: 'object',
  description:
    'Every conversation that an answer of the run told of, by requests that should have been refused as well.',
  properties: {
    total: count,
    prefixes: { type: 'array', items: text, description: 'What the subjects of the run begin with, or hold.' },
    withoutPrefix: { ...count, description: 'Conversations whose subject cannot carry it.' },
    uncertain: {
      ...count,
      description: 'Further pairs whose requests got no answer or a 5xx: whether they were established is not known.',
    },
    list: { type: 'array', items: conversation, maxItems: 20_000, description: 'Those without the prefix first.' },
    leftOut: { ...count, description: 'Conversations beyond the bound of the list.' },
  },
  required: ['total', 'prefixes', 'withoutPrefix', 'uncertain', 'list', 'leftOut'],
  additionalProperties: false,
} as const;

export type ConversationsSection = FromSchema<typeof conversationsSchema>;
