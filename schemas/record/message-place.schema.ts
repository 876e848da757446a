/** Where in a message something is: part of the run record, and of whatever speaks of a difference. */
import type { FromSchema } from 'json-schema-to-ts';

const text = { type: 'string' } as const;

export const messagePlaceSchema = {
  description: 'Where in the request, or in the answer.',
  oneOf: [
    {
      type: 'object',
      properties: { in: { const: 'header' }, name: text },
      required: ['in', 'name'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { in: { const: 'part' }, name: text },
      required: ['in', 'name'],
      additionalProperties: false,
    },
    {
      type: 'object',
      description: 'A member of the body, the same in every layout: ["participants", 0, "role"].',
      properties: {
        in: { const: 'member' },
        path: { type: 'array', items: { oneOf: [text, { type: 'integer', minimum: 0 }] }, minItems: 1 },
      },
      required: ['in', 'path'],
      additionalProperties: false,
    },
    {
      type: 'object',
      description: 'The body as a whole.',
      properties: { in: { const: 'body' } },
      required: ['in'],
      additionalProperties: false,
    },
    {
      type: 'object',
      description: 'A member of the answer.',
      properties: { in: { const: 'answer' }, member: text },
      required: ['in', 'member'],
      additionalProperties: false,
    },
  ],
} as const;

export type MessagePlace = FromSchema<typeof messagePlaceSchema>;

/** The two places that identities are compared by. */
export const subjectPlace: MessagePlace = { in: 'member', path: ['participants', 0, 'subject'] };
export const channelPlace: MessagePlace = { in: 'member', path: ['channelAddressIdentifier'] };
/** The member that they are compared in. */
export const identifierPlace: MessagePlace = { in: 'answer', member: 'conversationIdentifier' };
