/** Checks of Headers › OrgId. */
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

const refusal = { status: 400, code: 10016 } as const;

const orgIdOf = ({ request }: HeadReading) => headerOf(request, 'orgid') ?? '';

export const orgIdChecks: readonly Check<HeadReading>[] = [
  {
    clause: 'headers/org-id/required',
    ...refusal,
    message: 'The OrgId header is missing or empty.',
    fails: (reading) => orgIdOf(reading) === '',
  },
  {
    clause: 'headers/org-id/length',
    ...refusal,
    message: 'The OrgId header comes more than once.',
    fails: ({ request }) => countOf(request, 'orgid') > 1,
  },
  {
    clause: 'headers/org-id/length',
    ...refusal,
    message: 'The org id does not have 15 characters.',
    fails: (reading) => orgIdOf(reading).length !== 15,
  },
  {
    clause: 'headers/org-id/characters',
    ...refusal,
    message: 'The org id has characters other than letters and digits.',
    fails: (reading) => !/^[A-Za-z0-9]+$/.test(orgIdOf(reading)),
  },
  {
    clause: 'headers/org-id/token-org',
    status: 403,
    code: 10016,
    message: 'The token belongs to another org.',
    fails: (reading) => reading.token?.claims.org_id !== orgIdOf(reading),
  },
];
