/** Faults of Answer › refusal: the status, identifiers and tokens. */
import { randomUUID } from 'node:crypto';
import { type Answer, jsonAnswer, type Refusal } from '../answer.js';
import { changesRefusal, type Refused } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import { headerOf } from '../service-request.js';

/** Answers a refusal otherwise. */
const answers = rowsBy((answer: (refused: Refused) => Answer) => changesRefusal((_usual, refused) => answer(refused)));

/** Tells more in the JSON of the usual answer. */
const tells = rowsBy((more: (refused: Refused) => Readonly<Record<string, unknown>>) =>
  changesRefusal(({ status }, refused) => jsonAnswer(status, { ...errorOf(refused.refusal), ...more(refused) })),
);

const errorOf = ({ code, message }: Refusal) => ({ code, message });

export const refusalFaults = faultsOf('refusal', {
  'answer/refusal/status': answers({
    'status-200': [
      'Answers a refusal with 200 and an error inside.',
      ({ refusal }) => jsonAnswer(200, { success: false, ...errorOf(refusal) }),
    ],
    'status-500': ['Answers a refusal with 500.', ({ refusal }) => jsonAnswer(500, errorOf(refusal))],
    'login-page': [
      'Sends the refused caller to a login page.',
      () => ({ status: 302, fields: [['Location', 'https://login.invalid/']], body: '' }),
    ],
    'no-answer': [
      'Closes the connection instead of refusing.',
      ({ refusal }) => ({ ...jsonAnswer(refusal.status, errorOf(refusal)), abort: 'before' }),
    ],
    'half-answer': [
      'Closes the connection in the middle of a refusal.',
      ({ refusal }) => ({ ...jsonAnswer(refusal.status, errorOf(refusal)), abort: 'half' }),
    ],
  }),
  'answer/refusal/no-identifier': tells({
    identifier: ['Gives a conversation identifier with a refusal.', () => ({ conversationIdentifier: randomUUID() })],
    'nested-identifier': [
      'Gives a conversation identifier inside a list of details with a refusal.',
      () => ({ details: [{ conversation: { conversationIdentifier: randomUUID() } }] }),
    ],
  }),
  'answer/refusal/no-token': tells({
    token: [
      'Repeats the Authorization header in a refusal.',
      ({ received }) => ({ authorization: headerOf(received, 'authorization') }),
    ],
    'token-in-base64': [
      'Repeats the Authorization header in base64 in a refusal.',
      ({ received }) => ({ debug: Buffer.from(headerOf(received, 'authorization') ?? '').toString('base64') }),
    ],
    headers: [
      'Repeats the whole header section in a refusal.',
      ({ received }) => ({ request: received.fields.map(([name, value]) => `${name}: ${value}`).join('\r\n') }),
    ],
  }),
});
