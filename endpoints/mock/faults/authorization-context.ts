/** Faults of Headers › AuthorizationContext. */

import { fits, is, readsHeader } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

/** Takes for the right context whatever the condition lets pass; the value of an absent header is undefined. */
const takes = rowsBy((condition: (value: string | undefined, prefix: string) => boolean) =>
  readsHeader('AuthorizationContext', (value, { prefix, authorizationContext }) =>
    condition(value, prefix) ? authorizationContext : undefined,
  ),
);

const wellFormed = /^[A-Za-z](?:\w*[A-Za-z0-9])?_[A-Za-z](?:\w*[A-Za-z0-9])?$/;

/** Lets pass what would be well-formed but for what fits the pattern. */
const but =
  (pattern: RegExp) =>
  (value = ''): boolean =>
    !wellFormed.test(value) && wellFormed.test(value.replace(pattern, ''));

export const authorizationContextFaults = faultsOf('authorization-context', {
  'headers/authorization-context/required': takes({
    'not-required': ['Takes the context of the token when the AuthorizationContext header is missing.', is(undefined)],
    'accepts-empty': ['Takes the context of the token when the AuthorizationContext header is empty.', is('')],
  }),
  'headers/authorization-context/format': takes({
    'any-text': [
      'Takes any text that is no context at all for the context of the token.',
      (value = '') => value !== '' && !wellFormed.test(value),
      'smoke',
    ],
    'no-underscore': ['Takes one developer name without a prefix.', fits(/^[A-Za-z0-9]+$/)],
    'empty-name': ['Takes a prefix with nothing behind its underscore.', (value, prefix) => value === `${prefix}_`],
    'empty-prefix': ['Takes a name with nothing in front of its underscore.', fits(/^_[A-Za-z0-9]/)],
    'ends-in-underscore': ['Takes a context that ends in an underscore.', but(/_$/)],
    hyphen: ['Takes hyphens in a developer name.', but(/-/g)],
    blank: ['Takes blanks in a developer name.', but(/ /g)],
  }),
  'headers/authorization-context/prefix': takes({
    'any-prefix': ['Does not compare the prefix with that of the app.', fits(wellFormed), 'smoke'],
    'longer-prefix': [
      'Asks only whether the context begins with the letters of the prefix.',
      (value = '', prefix) => value.startsWith(prefix) && wellFormed.test(value),
    ],
    'case-ignored': [
      'Compares the prefix in whatever letter case.',
      (value = '', prefix) => value.toLowerCase().startsWith(`${prefix}_`.toLowerCase()) && wellFormed.test(value),
    ],
    'case-upper': [
      'Takes the prefix in upper case too, as a store keeps it.',
      (value = '', prefix) => value.startsWith(`${prefix.toUpperCase()}_`) && wellFormed.test(value),
    ],
  }),
});
