/** Variants by the refusal: its status and its body are free. */
import { jsonAnswer } from '../answer.js';
import type { Refusal } from '../refusal.js';
import { headerOf } from '../service-request.js';
import type { Variant } from '../variant.js';
import { changesRefusal } from './changing.js';

/** A variant that has one status for every refusal. */
function always<const Status extends number>(status: Status) {
  return {
    id: `refusals/always-${status}`,
    summary: `Answers every refusal with ${status}.`,
    behaviour: changesRefusal((answer) => ({ ...answer, status })),
  } as const satisfies Variant;
}

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

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const refusalsVariants = [
  always(400),
  always(401),
  always(403),
  always(404),
  always(409),
  always(415),
  always(422),
  {
    id: 'refusals/by-clause',
    summary: 'Chooses the status of a refusal by what is wrong.',
    behaviour: changesRefusal((answer, { refusal }) => ({ ...answer, status: statusByClause(refusal) })),
  },
  {
    id: 'refusals/problem-json',
    summary: 'Refuses with application/problem+json.',
    behaviour: changesRefusal((answer, { refusal }) => ({
      ...jsonAnswer(answer.status, { type: 'about:blank', title: refusal.message, status: answer.status }),
      fields: [['Content-Type', 'application/problem+json']],
    })),
  },
  {
    id: 'refusals/plain-text',
    summary: 'Refuses in plain text.',
    behaviour: changesRefusal((answer, { refusal }) => ({
      ...answer,
      fields: [['Content-Type', 'text/plain; charset=utf-8']],
      body: refusal.message,
    })),
  },
  {
    id: 'refusals/empty',
    summary: 'Refuses without a word.',
    behaviour: changesRefusal(({ status }) => ({ status, fields: [], body: '' })),
  },
  {
    id: 'refusals/html',
    summary: 'Refuses with a page that repeats values of the request, escaped.',
    behaviour: changesRefusal(({ status }, { refusal, received }) => ({
      status,
      fields: [['Content-Type', 'text/html; charset=utf-8']],
      body:
        `<!doctype html><title>Refused</title><p>${refusal.message}</p>` +
        `<pre>${escapeMarkup(headerOf(received, 'requestid') ?? '')}\n${escapeMarkup(received.body.toString('utf8'))}</pre>`,
    })),
  },
] as const satisfies readonly Variant[];
