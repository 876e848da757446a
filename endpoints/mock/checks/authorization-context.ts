/** Checks of Headers › AuthorizationContext. */
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

const refusal = { status: 400, code: 10016 } as const;

/** Two developer names joined by an underscore: each begins with a letter and does not end in an underscore. */
const contextForm = /^[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?_[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?$/;
const nameForm = /^[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?$/;

const contextOf = ({ request }: HeadReading) => headerOf(request, 'authorizationcontext') ?? '';

export const authorizationContextChecks: readonly Check<HeadReading>[] = [
  {
    clause: 'headers/authorization-context/required',
    ...refusal,
    message: 'The AuthorizationContext header is missing or empty.',
    fails: (reading) => contextOf(reading) === '',
  },
  {
    clause: 'headers/authorization-context/format',
    ...refusal,
    message: 'The AuthorizationContext header comes more than once.',
    fails: ({ request }) => countOf(request, 'authorizationcontext') > 1,
  },
  {
    clause: 'headers/authorization-context/format',
    ...refusal,
    message: 'The authorization context is not a prefix and a developer name joined by an underscore.',
    fails: (reading) => !contextForm.test(contextOf(reading)),
  },
  {
    clause: 'headers/authorization-context/prefix',
    status: 403,
    code: 10005,
    message: 'The authorization context does not belong to the app of the token.',
    fails: (reading, { prefix }) => {
      const context = contextOf(reading);
      return !context.startsWith(`${prefix}_`) || !nameForm.test(context.slice(prefix.length + 1));
    },
  },
];
