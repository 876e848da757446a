/** Checks of Headers › Content-Type where the body is JSON. */
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

const refusal = { status: 415, code: 10016 } as const;

export const jsonContentTypeChecks: readonly Check<HeadReading>[] = [
  {
    clause: 'headers/content-type/required',
    ...refusal,
    message: 'The Content-Type header is missing or empty.',
    fails: ({ request }) => !headerOf(request, 'content-type'),
  },
  {
    clause: 'headers/content-type/json',
    status: 400,
    code: 10016,
    message: 'The Content-Type header comes more than once.',
    fails: ({ request }) => countOf(request, 'content-type') > 1,
  },
  {
    clause: 'headers/content-type/json',
    ...refusal,
    message: 'The media type is not application/json.',
    fails: ({ contentType }) => contentType?.mediaType !== 'application/json',
  },
];
