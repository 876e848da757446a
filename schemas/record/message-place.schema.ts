/** Where in a message something is: part of the run record, and of whatever speaks of a difference. */
import type { FromSchema } from 'json-schema-to-ts';
import { closed, described, text } from './members.js';

const memberPath = { type: 'array', items: { oneOf: [text, { type: 'integer', minimum: 0 }] }, minItems: 1 } as const;

export const messagePlaceSchema = {
  description: 'Where in the request, or in the answer.',
  oneOf: [
    closed({ in: { const: 'header' }, name: text }),
    closed({ in: { const: 'part' }, name: text }),
    described('A member of the body, the same in every layout: ["participants", 0, "role"].', {
      in: { const: 'member' },
      path: memberPath,
    }),
    described('The body as a whole.', { in: { const: 'body' } }),
    described('A member of the answer.', { in: { const: 'answer' }, member: text }),
  ],
} as const;

export type MessagePlace = FromSchema<typeof messagePlaceSchema>;

/** The two places that identities are compared by. */
export const subjectPlace: MessagePlace = { in: 'member', path: ['participants', 0, 'subject'] };
export const channelPlace: MessagePlace = { in: 'member', path: ['channelAddressIdentifier'] };
/** The member that they are compared in. */
export const identifierPlace: MessagePlace = { in: 'answer', member: 'conversationIdentifier' };
