/**
 * JSON Schema of what a request to establish a conversation says, as one object, over all editions: a keyword whose clause
 * does not hold in an edition says nothing there, and a member is there within its `x-editions`. How the object is written
 * down is the codec's affair.
 */
import { participantsSchema } from './participants.schema.js';

const channelAddressIdentifier = {
  type: 'string',
  minLength: 1,
  'x-source': 'channel',
  'x-clauses': {
    type: 'body/channel-address-identifier/string',
    minLength: 'body/channel-address-identifier/string',
  },
} as const;

const routingAttributes = {
  type: 'object',
  'x-editions': { from: '65.0' },
  // What violations start from, as no plain request has attributes.
  examples: [{ language: 'en', priority: 'high' }],
  'x-source': 'routing-attributes',
  additionalProperties: {
    type: 'string',
    'x-clauses': { type: 'body/routing-attributes/string-values' },
  },
  'x-clauses': { type: 'body/routing-attributes/object' },
} as const;

export const conversationSchema = {
  type: 'object',
  required: ['channelAddressIdentifier', 'participants'],
  'x-clauses': {
    required: {
      channelAddressIdentifier: 'body/channel-address-identifier/required',
      participants: 'body/participants/required',
    },
  },
  properties: { channelAddressIdentifier, participants: participantsSchema, routingAttributes },
} as const;
