/** What the tests of this folder add to the contract and to the mock, as data: an edition, and an operation. */

import { jsonAnswer } from '../../../endpoints/mock/answer.js';
import type { MockExtension } from '../../../endpoints/mock/extension.js';
import { establishConversation as mocked } from '../../../endpoints/mock/operations/establish-conversation.js';
import { refusalAnswerSchema } from '../../../schemas/answer/refusal.schema.js';
import type { ContractExtension } from '../../../schemas/contract.js';
import { establishConversation } from '../../../schemas/operations/establish-conversation.js';
import { isJsonObject } from '../../../schemas/validation/parse-json.js';

/** Optional, and a text that is not empty where it is there. */
const locale = {
  type: 'string',
  minLength: 1,
  'x-editions': { from: '66.0' },
  examples: ['en-GB'],
  'x-clauses': { type: 'body/locale/string', minLength: 'body/locale/string' },
} as const;

/** An edition that shares the JSON codec of the one before it and adds a member with a rule. */
export const edition66: ContractExtension = {
  editions: [{ id: '66.0', source: 'a made-up page', answerMembers: [] }],
  clauses: [
    {
      id: 'body/locale/string',
      place: 'Body › locale',
      owes: 'both',
      sureness: 'stated',
      statement: 'A locale, where a request has one, is a string with at least one character.',
      from: '66.0',
    },
  ],
  operations: [
    {
      ...establishConversation,
      body: {
        ...establishConversation.body,
        properties: { ...establishConversation.body.properties, locale },
      },
    },
  ],
};

const isWrongLocale = (value: unknown): boolean => value !== undefined && (typeof value !== 'string' || value === '');

/** The mock keeps the rule of the edition, in a check written by hand as all of them are. */
export const mockOf66: MockExtension = {
  operations: [
    {
      ...mocked,
      checks: [
        ...mocked.checks,
        {
          from: '66.0',
          clause: 'body/locale/string',
          status: 400,
          code: 10089,
          message: 'The locale is not a text.',
          fails: ({ values }) => isWrongLocale(values.locale),
        },
      ],
    },
  ],
};

/** An operation that goes on in a conversation. */
export const startRouting: ContractExtension = {
  clauses: [
    ['operation/start-routing/endpoint', 'Operation › start routing', 'Routing is started by POST at v1/route.'],
    [
      'body/start-routing/conversation/required',
      'Body › conversationIdentifier',
      'Every request names a conversation.',
    ],
    ['body/start-routing/conversation/string', 'Body › conversationIdentifier', 'The conversation is named by a text.'],
    ['body/start-routing/type/required', 'Body › routingType', 'Every request says what kind of routing it starts.'],
    ['body/start-routing/type/value', 'Body › routingType', 'The kind of routing is Initial.'],
    ['answer/start-routing/status', 'Answer › start routing', 'What is started is answered with 202.'],
  ].map(([id = '', place = '', statement = '']) => ({
    id,
    place,
    owes: 'both',
    sureness: 'stated',
    statement,
    operations: ['start-routing'],
  })),
  operations: [
    {
      id: 'start-routing',
      title: 'Start routing',
      method: 'POST',
      path: 'v1/route',
      endpoint: 'operation/start-routing/endpoint',
      headers: establishConversation.headers,
      body: {
        type: 'object',
        required: ['conversationIdentifier', 'routingType'],
        'x-clauses': {
          required: {
            conversationIdentifier: 'body/start-routing/conversation/required',
            routingType: 'body/start-routing/type/required',
          },
        },
        properties: {
          conversationIdentifier: {
            type: 'string',
            minLength: 1,
            'x-source': 'conversation-identifier',
            'x-clauses': {
              type: 'body/start-routing/conversation/string',
              minLength: 'body/start-routing/conversation/string',
            },
          },
          routingType: { const: 'Initial', 'x-clauses': { const: 'body/start-routing/type/value' } },
        },
      },
      forms: [{ codecs: ['json'], clauses: { readable: 'body/json/well-formed', object: 'body/json/object' } }],
      answers: {
        success: {
          type: 'object',
          required: ['status', 'body'],
          properties: {
            status: {
              allOf: [
                { enum: [200, 201, 202], 'x-clauses': { enum: 'answer/success/status' } },
                { enum: [202], 'x-clauses': { enum: 'answer/start-routing/status' } },
              ],
            },
            body: { type: 'object', 'x-clauses': { type: 'answer/success/json-object' } },
          },
        },
        refusal: refusalAnswerSchema,
      },
      yields: {},
      needs: { conversationIdentifier: ['conversationIdentifier'] },
    },
  ],
};

export const mockOfRouting: MockExtension = {
  operations: [
    {
      id: 'start-routing',
      method: 'POST',
      path: 'v1/route',
      endpoint: 'operation/start-routing/endpoint',
      bodies: [{ kind: 'json' }],
      parts: { texts: [], json: [] },
      checks: [
        {
          clause: 'body/json/well-formed',
          status: 400,
          code: 10089,
          message: 'The body is not one JSON text.',
          fails: ({ brokenJson }) => brokenJson === true,
        },
        {
          clause: 'body/json/object',
          status: 400,
          code: 10100,
          message: 'The body is not a JSON object.',
          fails: ({ noObject }) => noObject === true,
        },
        {
          clause: 'body/start-routing/conversation/string',
          status: 400,
          code: 10018,
          message: 'The conversation is not named by a text.',
          fails: ({ values: { conversationIdentifier: id } }) => typeof id !== 'string' || id === '',
        },
        {
          clause: 'body/start-routing/type/value',
          status: 400,
          code: 10032,
          message: 'The kind of routing is not known.',
          fails: ({ values }) => !isJsonObject(values) || values.routingType !== 'Initial',
        },
        {
          status: 404,
          code: 10404,
          message: 'There is no such conversation.',
          fails: ({ values }, _settings, conversations) =>
            !conversations.wasGiven(String(values.conversationIdentifier)),
        },
      ],
      answer: () => jsonAnswer(202, { success: true }),
    },
  ],
};
