/** Variants by the refusal: its status and its body are free. */
import { type Answer, jsonAnswer, type Refusal } from '../answer.js';
import { changesRefusal, type Refused } from '../hooks.js';
import { rowsBy, variantsOf } from '../named-behaviour.js';
import { headerOf, sentPair } from '../service-request.js';

/** Has one status for every refusal. */
const always = rowsBy((status: number) => changesRefusal((answer) => ({ ...answer, status })));

const refusesWith = rowsBy((change: (answer: Answer, refused: Refused) => Answer) => changesRefusal(change));

/** A status as a gateway would choose it by the kind of fault. */
function statusByClause(refusal: Refusal): number {
  const { status } = refusal;
  const clause: string = refusal.clause ?? '';
  if (clause.startsWith('headers/authorization/')) return 403;
  if (clause.startsWith('body/participants')) return 422;
  if (clause.startsWith('headers/authorization-context/')) return 409;
  if (clause.startsWith('body/')) return 415;
  return status;
}

function page(status: number, body: string): Answer {
  return { status, fields: [['Content-Type', 'text/html; charset=utf-8']], body: `<!doctype html>${body}` };
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const refusalsVariants = variantsOf('refusals', {
  ...always({
    'always-400': ['Answers every refusal with 400.', 400],
    'always-401': ['Answers every refusal with 401.', 401],
    'always-403': ['Answers every refusal with 403.', 403],
    'always-404': ['Answers every refusal with 404.', 404],
    'always-409': ['Answers every refusal with 409.', 409],
    'always-415': ['Answers every refusal with 415.', 415],
    'always-422': ['Answers every refusal with 422.', 422],
  }),
  ...refusesWith({
    'by-clause': [
      'Chooses the status of a refusal by what is wrong.',
      (answer, { refusal }) => ({ ...answer, status: statusByClause(refusal) }),
    ],
    'problem-json': [
      'Refuses with application/problem+json.',
      ({ status }, { refusal }) => ({
        ...jsonAnswer(status, { type: 'about:blank', title: refusal.message, status }),
        fields: [['Content-Type', 'application/problem+json']],
      }),
    ],
    'plain-text': [
      'Refuses in plain text.',
      (answer, { refusal }) => ({
        ...answer,
        fields: [['Content-Type', 'text/plain; charset=utf-8']],
        body: refusal.message,
      }),
    ],
    empty: ['Refuses without a word.', ({ status }) => ({ status, fields: [], body: '' })],
    html: [
      'Refuses with a page that repeats values of the request, escaped.',
      ({ status }, { refusal, received }) =>
        page(
          status,
          `<title>Refused</title><p>${refusal.message}</p>` +
            `<pre>${escapeMarkup(headerOf(received, 'requestid') ?? '')}\n${escapeMarkup(received.body.toString('utf8'))}</pre>`,
        ),
    ],
    'html-of-its-own': [
      'Refuses with a page that has markup and a script of its own beside the subject and the media type, escaped.',
      ({ status }, { refusal, received }) =>
        page(
          status,
          `<script>document.title = 'Refused';</script><p><b>${refusal.message}</b></p>` +
            `<p>Participant <b>${escapeMarkup(sentPair(received).subject ?? '')}</b>, ` +
            `type <i>${escapeMarkup(headerOf(received, 'content-type') ?? '')}</i></p>`,
        ),
    ],
    'tomcat-report': [
      'Refuses with a status report as Tomcat writes it, without an exception.',
      ({ status }, { refusal }) =>
        page(
          status,
          `<title>HTTP Status ${status}</title><h1>HTTP Status ${status}</h1><hr class="line" />` +
            `<p><b>Type</b> Status Report</p><p><b>Message</b> ${refusal.message}</p><h3>Apache Tomcat/10.1.20</h3>`,
        ),
    ],
    'place-in-the-text': [
      'Says at which line and column of what was sent a reader gave up.',
      ({ status }, { refusal }) =>
        jsonAnswer(status, {
          code: refusal.code,
          message: `${refusal.message} at [Source: (PushbackInputStream); line: 1, column: 2]`,
        }),
    ],
    'null-identifier': [
      'Has the identifier of a refusal be null, at the top and deeper.',
      ({ status }, { refusal }) =>
        jsonAnswer(status, {
          error: refusal.message,
          conversationIdentifier: null,
          data: { conversationIdentifier: null },
        }),
    ],
    'empty-identifier': [
      'Has the identifier of a refusal be an empty text.',
      ({ status }, { refusal }) => jsonAnswer(status, { error: refusal.message, conversationIdentifier: '' }),
    ],
  }),
});
