/** Checks of Operation: path and method. */
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';

export const endpointPath = '/api/v1/conversation';

export const operationChecks: readonly Check<HeadReading>[] = [
  {
    clause: 'operation/endpoint',
    status: 404,
    code: 404,
    message: 'There is no such resource.',
    fails: ({ request }) => request.target.split('?', 1)[0] !== endpointPath,
  },
  {
    clause: 'operation/endpoint',
    status: 405,
    code: 405,
    message: 'The resource takes POST only.',
    fails: ({ request }) => request.method !== 'POST',
  },
];
