/**
 * JSON Schemas of the form, one for each layout (docs/reading.md): a part for each property with `participants`
 * as JSON text, or one part named `json` that holds the whole object.
 */
import { participantsSchema } from './participants.schema.js';

const required = ['channelAddressIdentifier', 'participants'] as const;
const requiredClauses = {
  channelAddressIdentifier: 'body/channel-address-identifier/required',
  participants: 'body/participants/required',
} as const;

const channelAddressIdentifier = {
  type: 'string',
  minLength: 1,
  'x-source': 'channel',
  'x-clauses': {
    type: 'body/channel-address-identifier/string',
    minLength: 'body/channel-address-identifier/string',
  },
} as const;

/** Layout `parts`: the values of the parts by name. */
export const partsFormSchema = {
  type: 'object',
  required,
  'x-clauses': { required: requiredClauses },
  properties: {
    channelAddressIdentifier,
    participants: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: participantsSchema,
      'x-clauses': { contentMediaType: 'body/participants/json' },
    },
  },
} as const;

/** The object inside the `json` part; JSON of another type has no participants in it. */
export const conversationSchema = {
  type: 'object',
  required,
  'x-clauses': { type: 'body/participants/json', required: requiredClauses },
  properties: { channelAddressIdentifier, participants: participantsSchema },
} as const;

/** Layout `json-part`: one part whose text is the object. */
export const jsonPartFormSchema = {
  type: 'object',
  required: ['json'],
  properties: {
    json: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: conversationSchema,
      'x-clauses': { contentMediaType: 'body/participants/json' },
    },
  },
} as const;
