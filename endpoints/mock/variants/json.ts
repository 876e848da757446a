/** Variants of the later edition, whose body is JSON. */
import { randomBytes } from 'node:crypto';
import { jsonAnswer } from '../answer.js';
import type { Behaviour } from '../behaviour.js';
import { headerOf, withHeader } from '../service-request.js';
import type { Variant } from '../variant.js';
import { changesSuccess } from './changing.js';

export const jsonVariants = [
  {
    id: 'json/without-session',
    summary: 'Gives no messaging session, as the later edition did in its first year.',
    edition: '65.0',
    behaviour: changesSuccess((_answer, { identifier }) =>
      jsonAnswer(202, { conversationIdentifier: identifier, success: true }),
    ),
  },
  {
    id: 'json/status-200',
    summary: 'Answers a success with 200 and the identifier alone.',
    edition: '65.0',
    behaviour: changesSuccess((_answer, { identifier }) => jsonAnswer(200, { conversationIdentifier: identifier })),
  },
  {
    id: 'json/short-identifiers',
    summary: 'Answers with 201 and identifiers of 18 characters that begin alike.',
    edition: '65.0',
    behaviour: (): Behaviour => ({
      newIdentifier: () => `0dW${randomBytes(8).toString('hex').slice(0, 15)}`,
      ...changesSuccess((answer) => ({ ...answer, status: 201 }))(),
    }),
  },
  {
    id: 'json/takes-text-json',
    summary: 'Takes text/json and every media type that ends in +json for JSON, as widespread servers do.',
    edition: '65.0',
    behaviour: (): Behaviour => ({
      receives: (request) =>
        /^(?:text\/json|[a-z]+\/[a-z.]+\+json)\b/i.test(headerOf(request, 'content-type') ?? '')
          ? withHeader(request, 'Content-Type', 'application/json')
          : request,
    }),
  },
  {
    id: 'json/no-routing-attributes',
    summary: 'Refuses every routing attribute, as none is set up in the org.',
    edition: '65.0',
    behaviour: (): Behaviour => ({
      refuses: ({ values }) =>
        values.routingAttributes === undefined
          ? undefined
          : { status: 400, code: 10100, message: 'There is no such routing attribute.' },
    }),
  },
  {
    id: 'json/takes-any-routing-attributes',
    summary: 'Does not look at routing attributes at all, as before they were known.',
    edition: '65.0',
    behaviour: (): Behaviour => ({ rewrites: (values) => ({ ...values, routingAttributes: undefined }) }),
  },
  {
    id: 'json/takes-several-participants',
    summary: 'Takes the first of several participants.',
    edition: '65.0',
    behaviour: (): Behaviour => ({
      rewrites: (values) => ({
        ...values,
        participants: Array.isArray(values.participants) ? values.participants.slice(0, 1) : values.participants,
      }),
    }),
  },
] as const satisfies readonly Variant[];
