/** Checks of Headers › Authorization. */
import { type Check, checksOf } from '../check.js';
import type { HeadReading } from '../reading.js';
import { headerOf } from '../service-request.js';
import { onlyOnce } from './header.js';

const refusal = { status: 401, code: 10004 } as const;

const credentialsOf = ({ request }: HeadReading) => headerOf(request, 'authorization') ?? '';

export const authorizationChecks: readonly Check<HeadReading>[] = [
  ...checksOf<HeadReading>(refusal, {
    'headers/authorization/required': [
      'The Authorization header is missing or holds no credentials.',
      (reading) => /^(?:bearer)?$/i.test(credentialsOf(reading)),
    ],
  }),
  onlyOnce('Authorization', 'headers/authorization/token'),
  ...checksOf<HeadReading>(refusal, {
    'headers/authorization/scheme': [
      'The credentials are not of the Bearer scheme.',
      (reading) => !/^bearer /i.test(credentialsOf(reading)),
    ],
    'headers/authorization/token': [
      'The token is not one JSON Web Token in compact form.',
      ({ token }) => token === undefined || token.outcome === 'unreadable',
    ],
    'headers/authorization/signature': [
      'The signature of the token is not valid.',
      ({ token }) => token?.outcome === 'forged',
    ],
    'headers/authorization/expiry': ['The token has expired.', ({ token }) => token?.outcome === 'expired'],
  }),
];
