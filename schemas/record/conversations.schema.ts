/** Part of the run record: the conversations that the run has left behind at the service, which cannot delete them. */
import type { FromSchema } from 'json-schema-to-ts';
import { count, described, text, texts } from './members.js';

const conversation = described(
  'A pair with the identifier that came. What could not be read is absent.',
  {},
  {
    channel: text,
    subject: text,
    identifier: { ...text, description: 'Cut at 512 characters.' },
    withoutPrefix: { const: true, description: 'Its subject does not carry the prefix of the run.' },
  },
);

export const conversationsSchema = described(
  'Every conversation that an answer of the run told of, by requests that should have been refused as well.',
  {
    total: count,
    prefixes: { ...texts, description: 'What the subjects of the run begin with, or hold.' },
    withoutPrefix: { ...count, description: 'Conversations whose subject cannot carry it.' },
    uncertain: {
      ...count,
      description: 'Further pairs whose requests got no answer or a 5xx: whether they were established is not known.',
    },
    list: { type: 'array', items: conversation, maxItems: 20_000, description: 'Those without the prefix first.' },
    leftOut: { ...count, description: 'Conversations beyond the bound of the list.' },
  },
);

export type ConversationsSection = FromSchema<typeof conversationsSchema>;
