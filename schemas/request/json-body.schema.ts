/** JSON Schema of the body of layout `json`: the conversation as one JSON object, with exactly one participant. */

import { conversationSchema } from './form.schema.js';
import { participantSchema, participantsSchema } from './participants.schema.js';

const { type, minItems } = participantsSchema['x-clauses'];

/** With one entry there is no other beside it, so no clause speaks of the wrong one among several. */
export const oneParticipantSchema = {
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: participantSchema,
  'x-clauses': { type, minItems, maxItems: 'body/participants/one-entry' },
} as const;

export const routingAttributesSchema = {
  type: 'object',
  // What violations start from, as no plain request has attributes.
  examples: [{ language: 'en', priority: 'high' }],
  'x-source': 'routing-attributes',
  additionalProperties: {
    type: 'string',
    'x-clauses': { type: 'body/routing-attributes/string-values' },
  },
  'x-clauses': { type: 'body/routing-attributes/object' },
} as const;

/** The object that the body holds. */
export const jsonConversationSchema = {
  type: 'object',
  required: conversationSchema.required,
  'x-clauses': { type: 'body/json/object', required: conversationSchema['x-clauses'].required },
  properties: {
    channelAddressIdentifier: conversationSchema.properties.channelAddressIdentifier,
    participants: oneParticipantSchema,
    routingAttributes: routingAttributesSchema,
  },
} as const;

/** The body as text. */
export const jsonBodySchema = {
  type: 'string',
  contentMediaType: 'application/json',
  contentSchema: jsonConversationSchema,
  'x-clauses': { contentMediaType: 'body/json/well-formed' },
} as const;
