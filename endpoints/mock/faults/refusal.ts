/** Faults of Answer › refusal. */
import { randomUUID } from 'node:crypto';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { type Answer, jsonAnswer } from '../answer.js';
import type { Behaviour, Outcome } from '../behaviour.js';
import type { Fault } from '../fault.js';
import type { Refusal } from '../refusal.js';
import { headerOf } from '../service-request.js';

type Refused = Extract<Outcome, { kind: 'refused' }>;

/** A fault that answers a refusal otherwise. */
function answering<const Id extends string, const Clause extends ClauseId>(
  id: Id,
  clause: Clause,
  summary: string,
  answer: (refused: Refused) => Answer,
) {
  return {
    id: `refusal/${id}`,
    clause,
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => ({
      answers: (usual, outcome) => (outcome.kind === 'refused' ? answer(outcome) : usual),
    }),
  } as const satisfies Fault;
}

/** The usual answer with more members. */
function told({ refusal }: Refused, more: Readonly<Record<string, unknown>>): Answer {
  return jsonAnswer(refusal.status, { ...errorOf(refusal), ...more });
}

const errorOf = ({ code, message }: Refusal) => ({ code, message });

const status = 'answer/refusal/status';
const noToken = 'answer/refusal/no-token';
const noStackTrace = 'answer/refusal/no-stack-trace';
const noMarkup = 'answer/refusal/no-markup';

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

function page(refused: Refused, text: string): Answer {
  return {
    status: refused.refusal.status,
    fields: [['Content-Type', 'text/html; charset=utf-8']],
    body: `<!doctype html><title>Error</title><p>The request was refused.</p>${text}`,
  };
}

/** All that the caller wrote but the token. */
function writtenBy({ received }: Refused): string {
  const values = received.fields.filter(([name]) => name.toLowerCase() !== 'authorization').map(([, value]) => value);
  return [...values, received.target, received.body.toString('utf8')].join('<br>');
}

export const refusalFaults = [
  answering('status-200', status, 'Answers a refusal with 200 and an error inside.', ({ refusal }) =>
    jsonAnswer(200, { success: false, ...errorOf(refusal) }),
  ),
  answering('status-500', status, 'Answers a refusal with 500.', ({ refusal }) => jsonAnswer(500, errorOf(refusal))),
  answering('login-page', status, 'Sends the refused caller to a login page.', () => ({
    status: 302,
    fields: [['Location', 'https://login.invalid/']],
    body: '',
  })),
  answering('no-answer', status, 'Closes the connection instead of refusing.', ({ refusal }) => ({
    ...jsonAnswer(refusal.status, errorOf(refusal)),
    abort: 'before',
  })),
  answering('half-answer', status, 'Closes the connection in the middle of a refusal.', ({ refusal }) => ({
    ...jsonAnswer(refusal.status, errorOf(refusal)),
    abort: 'half',
  })),
  answering(
    'identifier',
    'answer/refusal/no-identifier',
    'Gives a conversation identifier with a refusal.',
    (refused) => told(refused, { conversationIdentifier: randomUUID() }),
  ),
  answering('token', noToken, 'Repeats the Authorization header in a refusal.', (refused) =>
    told(refused, { authorization: headerOf(refused.received, 'authorization') }),
  ),
  answering('token-in-base64', noToken, 'Repeats the Authorization header in base64 in a refusal.', (refused) =>
    told(refused, { debug: Buffer.from(headerOf(refused.received, 'authorization') ?? '').toString('base64') }),
  ),
  answering('headers', noToken, 'Repeats the whole header section in a refusal.', (refused) =>
    told(refused, { request: refused.received.fields.map(([name, value]) => `${name}: ${value}`).join('\r\n') }),
  ),
  answering('java-trace', noStackTrace, 'Shows a Java stack trace in a refusal.', (refused) =>
    told(refused, { trace: javaTrace }),
  ),
  answering('node-trace', noStackTrace, 'Shows a Node stack trace in a refusal.', (refused) =>
    told(refused, { stack: nodeTrace }),
  ),
  answering('python-trace', noStackTrace, 'Shows a Python traceback in a refusal.', ({ refusal }) => ({
    status: refusal.status,
    fields: [['Content-Type', 'text/plain']],
    body: pythonTrace,
  })),
  answering('dotnet-trace', noStackTrace, 'Shows a .NET stack trace in a refusal.', (refused) =>
    told(refused, { detail: dotnetTrace }),
  ),
  answering('markup', noMarkup, 'Writes all that the caller sent into an error page unescaped.', (refused) =>
    page(refused, writtenBy(refused)),
  ),
  answering('subject-markup', noMarkup, 'Writes the body of the request into an error page unescaped.', (refused) =>
    page(refused, refused.received.body.toString('utf8')),
  ),
] as const satisfies readonly Fault[];
