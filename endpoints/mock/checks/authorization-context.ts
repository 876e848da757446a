/** Checks of Headers › AuthorizationContext. */
import { type Check, checksOf } from '../check.js';
import type { HeadReading } from '../reading.js';
import { headerOf } from '../service-request.js';
import { badHeader, onlyOnce, required } from './header.js';

const name = 'AuthorizationContext';

/** Two developer names joined by an underscore: each begins with a letter and does not end in an underscore. */
const contextForm = /^[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?_[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?$/;
const nameForm = /^[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?$/;

const contextOf = ({ request }: HeadReading) => headerOf(request, name) ?? '';

export const authorizationContextChecks: readonly Check<HeadReading>[] = [
  required(name, 'headers/authorization-context/required'),
  onlyOnce(name, 'headers/authorization-context/format'),
  ...checksOf<HeadReading>(badHeader, {
    'headers/authorization-context/format': [
      'The authorization context is not a prefix and a developer name joined by an underscore.',
      (reading) => !contextForm.test(contextOf(reading)),
    ],
  }),
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
