/** Checks of Headers › Content-Type. */
import { isBoundary } from '../../../wire/multipart/boundary.js';
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

const refusal = { status: 415, code: 10016 } as const;

export const contentTypeChecks: readonly Check<HeadReading>[] = [
  {
    clause: 'headers/content-type/required',
    ...refusal,
    message: 'The Content-Type header is missing or empty.',
    fails: ({ request }) => !headerOf(request, 'content-type'),
  },
  {
    clause: 'headers/content-type/media-type',
    status: 400,
    code: 10016,
    message: 'The Content-Type header comes more than once.',
    fails: ({ request }) => countOf(request, 'content-type') > 1,
  },
  {
    clause: 'headers/content-type/media-type',
    ...refusal,
    message: 'The media type is not multipart/form-data.',
    fails: ({ contentType }) => contentType?.mediaType !== 'multipart/form-data',
  },
  {
    clause: 'headers/content-type/boundary',
    ...refusal,
    message: 'The boundary parameter is missing or malformed.',
    fails: ({ contentType }) => !isBoundary(contentType?.parameters.get('boundary') ?? ''),
  },
];
