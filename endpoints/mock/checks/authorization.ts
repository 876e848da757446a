/** Checks of Headers › Authorization. */
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

const refusal = { status: 401, code: 10004 } as const;

export const authorizationChecks: readonly Check<HeadReading>[] = [
  {
    clause: 'headers/authorization/required',
    ...refusal,
    message: 'The Authorization header is missing or holds no credentials.',
    fails: ({ request }) => /^(?:bearer)?$/i.test(headerOf(request, 'authorization') ?? ''),
  },
  {
    clause: 'headers/authorization/token',
    status: 400,
    code: 10016,
    message: 'The Authorization header comes more than once.',
    fails: ({ request }) => countOf(request, 'authorization') > 1,
  },
  {
    clause: 'headers/authorization/scheme',
    ...refusal,
    message: 'The credentials are not of the Bearer scheme.',
    fails: ({ request }) => !/^bearer /i.test(headerOf(request, 'authorization') ?? ''),
  },
  {
    clause: 'headers/authorization/token',
    ...refusal,
    message: 'The token is not one JSON Web Token in compact form.',
    fails: ({ token }) => token === undefined || token.outcome === 'unreadable',
  },
  {
    clause: 'headers/authorization/signature',
    ...refusal,
    message: 'The signature of the token is not valid.',
    fails: ({ token }) => token?.outcome === 'forged',
  },
  {
    clause: 'headers/authorization/expiry',
    ...refusal,
    message: 'The token has expired.',
    fails: ({ token }) => token?.outcome === 'expired',
  },
];
