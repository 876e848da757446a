/** Faults of Headers › OrgId. */

import { fits, is, readsHeader } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

/** Takes for the right org whatever the condition lets pass; the value of an absent header is undefined. */
const takes = rowsBy((condition: (value: string | undefined, orgId: string) => boolean) =>
  readsHeader('OrgId', (value, { orgId }) => (condition(value, orgId) ? orgId : undefined)),
);

export const orgIdFaults = faultsOf('org-id', {
  'headers/org-id/required': takes({
    'not-required': ['Takes the org of the token when the OrgId header is missing.', is(undefined)],
    'accepts-empty': ['Takes the org of the token when the OrgId header is empty.', is('')],
  }),
  'headers/org-id/length': takes({
    'accepts-18': [
      'Takes the 18-character form of the org id and drops its check characters.',
      (value = '', orgId) => value.length === 18 && value.startsWith(orgId),
    ],
    'accepts-longer': [
      'Looks at the first 15 characters of the org id only.',
      (value = '', orgId) => value.length > 15 && value.startsWith(orgId),
    ],
    'accepts-shorter': [
      'Takes an org id whose last character is missing.',
      (value = '', orgId) => value.length === 14 && orgId.startsWith(value),
    ],
    'any-length': [
      'Takes any letters and digits of a length other than 15 for the org of the token.',
      (value = '') => /^[A-Za-z0-9]+$/.test(value) && value.length !== 15,
    ],
  }),
  'headers/org-id/characters': takes({
    'accepts-punctuation': [
      'Takes any 15 characters with punctuation among them for the org of the token.',
      (value = '') => value.length === 15 && /[^A-Za-z0-9]/.test(value),
    ],
  }),
  'headers/org-id/token-org': takes({
    'any-org': ['Checks the form of the org id only, not that the token belongs to it.', fits(/^[A-Za-z0-9]{15}$/)],
    'any-case': [
      'Compares org ids without regard to case, although case makes them different orgs.',
      (value, orgId) => value?.toLowerCase() === orgId.toLowerCase(),
    ],
  }),
});
