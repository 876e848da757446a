/** Faults of Headers › RequestId. */
import { guidForm } from '../checks/headers.js';
import { fits, is, readsHeader, refusesHeader } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

const someGuid = '6b1f8a52-9c3d-4e7f-8a1b-2c3d4e5f6071';

/** Takes for a GUID whatever the condition lets pass; the value of an absent header is undefined. */
const takes = rowsBy((condition: (value: string | undefined) => boolean) =>
  readsHeader('RequestId', (value) => (condition(value) ? someGuid : undefined)),
);

/** Refuses GUIDs for which the condition holds. */
const refuses = rowsBy((condition: (value: string) => boolean) =>
  refusesHeader('RequestId', (value) => guidForm.test(value) && condition(value)),
);

const versionOf = (guid: string) => guid.charAt(14);

export const requestIdFaults = faultsOf('request-id', {
  'headers/request-id/required': takes({
    'not-required': ['Makes up a request id when the RequestId header is missing.', is(undefined), 'smoke'],
    'accepts-empty': ['Makes up a request id when the RequestId header is empty.', is('')],
  }),
  'headers/request-id/format': takes({
    'any-text': ['Takes any text for a request id.', (value = '') => value !== '', 'smoke'],
    braces: ['Takes a GUID in braces.', (value = '') => /^\{.*\}$/.test(value) && guidForm.test(value.slice(1, -1))],
    urn: ['Takes a GUID written as a URN.', (value = '') => /^urn:uuid:/i.test(value) && guidForm.test(value.slice(9))],
    'no-hyphens': ['Takes 32 hexadecimal digits without hyphens.', fits(/^[0-9a-f]{32}$/i)],
    longer: [
      'Does not look behind the 36th character.',
      (value = '') => value.length > 36 && guidForm.test(value.slice(0, 36)),
    ],
    shorter: ['Takes a GUID whose last group is too short.', fits(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{1,11}$/i)],
    'any-letters': ['Takes letters that are no hexadecimal digits.', fits(/^\w{8}-(?:\w{4}-){3}\w{12}$/)],
  }),
  'headers/request-id/any-version': refuses({
    'version-4-only': ['Refuses GUIDs of another version than 4.', (value) => versionOf(value) !== '4'],
    'versions-1-to-5-only': ['Refuses the GUID versions that came after 5.', (value) => /[678]/.test(versionOf(value))],
    'lower-case-only': ['Refuses GUIDs in upper case.', fits(/[A-F]/)],
  }),
});
