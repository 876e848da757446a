/** Checks of Headers › RequestId. */
import { type Check, checksOf } from '../check.js';
import type { HeadReading } from '../reading.js';
import { headerOf } from '../service-request.js';
import { badHeader, onlyOnce, required } from './header.js';

/** Any version and either case. */
export const guidForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const requestIdChecks: readonly Check<HeadReading>[] = [
  required('RequestId', 'headers/request-id/required'),
  onlyOnce('RequestId', 'headers/request-id/format'),
  ...checksOf<HeadReading>(badHeader, {
    'headers/request-id/format': [
      'The request id is not a GUID of 8-4-4-4-12 hexadecimal digits.',
      ({ request }) => !guidForm.test(headerOf(request, 'RequestId') ?? ''),
    ],
  }),
];
