/** Variants by the success answer: its status, and how its JSON is written. */
import { jsonAnswer } from '../answer.js';
import type { Variant } from '../variant.js';
import { changesSuccess } from './changing.js';

export const successVariants = [
  {
    id: 'success/status-200',
    summary: 'Answers a success with 200.',
    behaviour: changesSuccess((answer) => ({ ...answer, status: 200 })),
  },
  {
    id: 'success/status-201',
    summary: 'Answers a success with 201 and a Location.',
    behaviour: changesSuccess((answer) => ({
      ...answer,
      status: 201,
      fields: [...answer.fields, ['Location', '/api/v1/conversation/1']],
    })),
  },
  {
    id: 'success/more-members',
    summary: 'Adds members of all types, some of them nested, in front of and behind the identifier.',
    behaviour: changesSuccess((_answer, { identifier }) =>
      jsonAnswer(202, {
        success: true,
        messagingSessionId: '0Mw000000000001',
        links: { self: { href: '/', ids: [1, 2, null] } },
        conversationIdentifier: identifier,
        routed: false,
      }),
    ),
  },
  {
    id: 'success/identifier-alone',
    summary: 'Gives nothing but the identifier.',
    behaviour: changesSuccess((_answer, { identifier }) => jsonAnswer(202, { conversationIdentifier: identifier })),
  },
  {
    id: 'success/pretty-printed',
    summary: 'Writes the JSON over several lines.',
    behaviour: changesSuccess((answer, { identifier }) => ({
      ...answer,
      body: `${JSON.stringify({ success: true, conversationIdentifier: identifier }, null, 2)}\r\n`,
    })),
  },
  {
    id: 'success/charset-parameter',
    summary: 'Names the charset in the media type, in odd case.',
    behaviour: changesSuccess((answer) => ({
      ...answer,
      fields: [['Content-Type', 'Application/JSON;Charset="utf-8"']],
    })),
  },
] as const satisfies readonly Variant[];
