/** Faults of Answer › refusal. */
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

const javaTrace =
  'java.lang.IllegalArgumentException: bad request\n' +
  '\tat com.example.conversation.RequestReader.read(RequestReader.java:118)\n' +
  '\tat com.example.conversation.ConversationResource.establish(ConversationResource.java:57)';
const nodeTrace =
  'TypeError: Cannot read properties of undefined\n' +
  '    at readParticipants (/srv/app/dist/participants.js:41:17)\n' +
  '    at async establish (/srv/app/dist/conversation.js:12:5)';
const pythonTrace =
  'Traceback (most recent call last):\n  File "/srv/app/conversation.py", line 41, in establish\n' +
  '    subject = participant["subject"]\nKeyError: \'subject\'';
const dotnetTrace =
  'System.NullReferenceException: Object reference not set to an instance of an object.\n' +
  '   at Example.Conversations.Establish(HttpRequest request) in C:\\build\\Conversations.cs:line 83';

function page({ refusal }: Refused, text: string): Answer {
  return {
    status: refusal.status,
    fields: [['Content-Type', 'text/html; charset=utf-8']],
    body: `<!doctype html><title>Error</title><p>The request was refused.</p>${text}`,
  };
}

/** All that the caller wrote but the token. */
function writtenBy({ received }: Refused): string {
  const values = received.fields.filter(([name]) => name.toLowerCase() !== 'authorization').map(([, value]) => value);
  return [...values, received.target, received.body.toString('utf8')].join('<br>');
}

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
  'answer/refusal/no-stack-trace': {
    ...tells({
      'java-trace': ['Shows a Java stack trace in a refusal.', () => ({ trace: javaTrace })],
      'node-trace': ['Shows a Node stack trace in a refusal.', () => ({ stack: nodeTrace })],
    }),
    ...answers({
      'python-trace': [
        'Shows a Python traceback in a refusal.',
        ({ refusal: { status } }) => ({ status, fields: [['Content-Type', 'text/plain']], body: pythonTrace }),
      ],
    }),
    ...tells({
      'dotnet-trace': ['Shows a .NET stack trace in a refusal.', () => ({ detail: dotnetTrace })],
    }),
  },
  'answer/refusal/no-markup': answers({
    markup: [
      'Writes all that the caller sent into an error page unescaped.',
      (refused) => page(refused, writtenBy(refused)),
    ],
    'subject-markup': [
      'Writes the body of the request into an error page unescaped.',
      (refused) => page(refused, refused.received.body.toString('utf8')),
    ],
  }),
});
