/** Checks of Headers › OrgId. */
import { type Check, checksOf } from '../check.js';
import type { HeadReading } from '../reading.js';
import { headerOf } from '../service-request.js';
import { badHeader, onlyOnce, required } from './header.js';

const orgIdOf = ({ request }: HeadReading) => headerOf(request, 'OrgId') ?? '';

export const orgIdChecks: readonly Check<HeadReading>[] = [
  required('OrgId', 'headers/org-id/required'),
  onlyOnce('OrgId', 'headers/org-id/length'),
  ...checksOf<HeadReading>(badHeader, {
    'headers/org-id/length': ['The org id does not have 15 characters.', (reading) => orgIdOf(reading).length !== 15],
    'headers/org-id/characters': [
      'The org id has characters other than letters and digits.',
      (reading) => !/^[A-Za-z0-9]+$/.test(orgIdOf(reading)),
    ],
  }),
  {
    clause: 'headers/org-id/token-org',
    status: 403,
    code: 10016,
    message: 'The token belongs to another org.',
    fails: (reading) => reading.token?.claims.org_id !== orgIdOf(reading),
  },
];
