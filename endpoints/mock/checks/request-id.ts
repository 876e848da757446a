/** Checks of Headers › RequestId. */
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

const refusal = { status: 400, code: 10016 } as const;

/** Any version and either case. */
export const guidForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const requestIdChecks: readonly Check<HeadReading>[] = [
  {
    clause: 'headers/request-id/required',
    ...refusal,
    message: 'The RequestId header is missing or empty.',
    fails: ({ request }) => !headerOf(request, 'requestid'),
  },
  {
    clause: 'headers/request-id/format',
    ...refusal,
    message: 'The RequestId header comes more than once.',
    fails: ({ request }) => countOf(request, 'requestid') > 1,
  },
  {
    clause: 'headers/request-id/format',
    ...refusal,
    message: 'The request id is not a GUID of 8-4-4-4-12 hexadecimal digits.',
    fails: ({ request }) => !guidForm.test(headerOf(request, 'requestid') ?? ''),
  },
];
