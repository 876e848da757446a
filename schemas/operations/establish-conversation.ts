/** POST v1/conversation: gives the conversation of a channel and an end user, and makes it when there is none. */
import { refusalAnswerSchema } from '../answer/refusal.schema.js';
import { successAnswerSchema } from '../answer/success.schema.js';
import { conversationSchema } from '../request/conversation.schema.js';
import { requestHeadersSchema } from '../request/headers.schema.js';
import type { Operation } from './operation.js';

export const establishConversation = {
  id: 'establish-conversation',
  title: 'Establish a conversation',
  method: 'POST',
  path: 'v1/conversation',
  endpoint: 'operation/endpoint',
  headers: requestHeadersSchema,
  body: conversationSchema,
  forms: [
    {
      until: '61.0',
      codecs: ['form-parts', 'form-json-part'],
      // JSON of another type than an object has no participants in it.
      clauses: { readable: 'body/participants/json', object: 'body/participants/json' },
    },
    {
      from: '65.0',
      codecs: ['json'],
      clauses: { readable: 'body/json/well-formed', object: 'body/json/object' },
    },
  ],
  answers: { success: successAnswerSchema, refusal: refusalAnswerSchema },
  key: { channel: ['channelAddressIdentifier'], subject: ['participants', 0, 'subject'] },
  yields: { conversationIdentifier: ['conversationIdentifier'] },
  needs: {},
} as const satisfies Operation;
