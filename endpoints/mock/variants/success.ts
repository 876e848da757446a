/** Variants by the success answer: its status, and how its JSON is written. */
import { type Answer, jsonAnswer } from '../answer.js';
import { changesSuccess } from '../hooks.js';
import { rowsBy, variantsOf } from '../named-behaviour.js';

const answersWith = rowsBy((change: (answer: Answer, identifier: string) => Answer) =>
  changesSuccess((answer, { identifier }) => change(answer, identifier)),
);

export const successVariants = variantsOf(
  'success',
  answersWith({
    'status-200': ['Answers a success with 200.', (answer) => ({ ...answer, status: 200 })],
    'status-201': [
      'Answers a success with 201 and a Location.',
      (answer) => ({ ...answer, status: 201, fields: [...answer.fields, ['Location', '/api/v1/conversation/1']] }),
    ],
    'more-members': [
      'Adds members of all types, some of them nested, in front of and behind the identifier.',
      (_answer, conversationIdentifier) =>
        jsonAnswer(202, {
          success: true,
          messagingSessionId: '0Mw000000000001',
          links: { self: { href: '/', ids: [1, 2, null] } },
          conversationIdentifier,
          routed: false,
        }),
    ],
    'identifier-alone': [
      'Gives nothing but the identifier.',
      (_answer, conversationIdentifier) => jsonAnswer(202, { conversationIdentifier }),
    ],
    'pretty-printed': [
      'Writes the JSON over several lines.',
      (answer, conversationIdentifier) => ({
        ...answer,
        body: `${JSON.stringify({ success: true, conversationIdentifier }, null, 2)}\r\n`,
      }),
    ],
    'charset-parameter': [
      'Names the charset in the media type, in odd case.',
      (answer) => ({ ...answer, fields: [['Content-Type', 'Application/JSON;Charset="utf-8"']] }),
    ],
  }),
);
