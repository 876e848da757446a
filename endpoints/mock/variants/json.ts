/** Variants of the later edition, whose body is JSON. */
import { randomBytes } from 'node:crypto';
import { jsonAnswer } from '../answer.js';
import { changesSuccess } from '../hooks.js';
import { variantsOf } from '../named-behaviour.js';
import { headerOf, withHeader } from '../service-request.js';

export const jsonVariants = variantsOf('json', {
  'without-session': [
    'Gives no messaging session, as the later edition did in its first year.',
    changesSuccess((_answer, { identifier }) => jsonAnswer(202, { conversationIdentifier: identifier, success: true })),
  ],
  'status-200': [
    'Answers a success with 200 and the identifier alone.',
    changesSuccess((_answer, { identifier }) => jsonAnswer(200, { conversationIdentifier: identifier })),
  ],
  'short-identifiers': [
    'Answers with 201 and identifiers of 18 characters that begin alike.',
    {
      newIdentifier: () => `0dW${randomBytes(8).toString('hex').slice(0, 15)}`,
      ...changesSuccess((answer) => ({ ...answer, status: 201 })),
    },
  ],
  'takes-text-json': [
    'Takes text/json and every media type that ends in +json for JSON, as widespread servers do.',
    {
      receives: (request) =>
        /^(?:text\/json|[a-z]+\/[a-z.]+\+json)\b/i.test(headerOf(request, 'content-type') ?? '')
          ? withHeader(request, 'Content-Type', 'application/json')
          : request,
    },
  ],
  'no-routing-attributes': [
    'Refuses every routing attribute, as none is set up in the org.',
    {
      refuses: ({ values }) =>
        values.routingAttributes === undefined
          ? undefined
          : { status: 400, code: 10100, message: 'There is no such routing attribute.' },
    },
  ],
  'takes-any-routing-attributes': [
    'Does not look at routing attributes at all, as before they were known.',
    { rewrites: (values) => ({ ...values, routingAttributes: undefined }) },
  ],
  'takes-several-participants': [
    'Takes the first of several participants.',
    {
      rewrites: (values) => ({
        ...values,
        participants: Array.isArray(values.participants) ? values.participants.slice(0, 1) : values.participants,
      }),
    },
  ],
}).map((variant) => ({ ...variant, edition: '65.0' as const }));
