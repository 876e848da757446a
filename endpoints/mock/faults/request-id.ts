/** Faults of Headers › RequestId. */
import { guidForm } from '../checks/request-id.js';
import type { Fault } from '../fault.js';
import { headerOf } from '../service-request.js';
import { readsHeader } from './reading-otherwise.js';
import { refusesWhen } from './refusing.js';

const someGuid = '6b1f8a52-9c3d-4e7f-8a1b-2c3d4e5f6071';

/** Takes for a GUID whatever the condition lets pass. */
const takes = (condition: (value: string) => boolean) =>
  readsHeader('RequestId', (value) => (value !== undefined && condition(value) ? someGuid : undefined));

/** Refuses GUIDs for which the condition holds. */
const refuses = (condition: (value: string) => boolean) =>
  refusesWhen(({ received }) => {
    const value = headerOf(received, 'requestid');
    return value !== undefined && guidForm.test(value) && condition(value);
  });

const versionOf = (guid: string) => guid.charAt(14);

export const requestIdFaults = [
  {
    id: 'request-id/not-required',
    clause: 'headers/request-id/required',
    summary: 'Makes up a request id when the RequestId header is missing.',
    minLevel: 'smoke',
    behaviour: readsHeader('RequestId', (value) => (value === undefined ? someGuid : undefined)),
  },
  {
    id: 'request-id/accepts-empty',
    clause: 'headers/request-id/required',
    summary: 'Makes up a request id when the RequestId header is empty.',
    minLevel: 'standard',
    behaviour: takes((value) => value === ''),
  },
  {
    id: 'request-id/any-text',
    clause: 'headers/request-id/format',
    summary: 'Takes any text for a request id.',
    minLevel: 'smoke',
    behaviour: takes((value) => value !== ''),
  },
  {
    id: 'request-id/braces',
    clause: 'headers/request-id/format',
    summary: 'Takes a GUID in braces.',
    minLevel: 'standard',
    behaviour: takes((value) => value.startsWith('{') && value.endsWith('}') && guidForm.test(value.slice(1, -1))),
  },
  {
    id: 'request-id/urn',
    clause: 'headers/request-id/format',
    summary: 'Takes a GUID written as a URN.',
    minLevel: 'standard',
    behaviour: takes((value) => /^urn:uuid:/i.test(value) && guidForm.test(value.slice(9))),
  },
  {
    id: 'request-id/no-hyphens',
    clause: 'headers/request-id/format',
    summary: 'Takes 32 hexadecimal digits without hyphens.',
    minLevel: 'standard',
    behaviour: takes((value) => /^[0-9a-f]{32}$/i.test(value)),
  },
  {
    id: 'request-id/longer',
    clause: 'headers/request-id/format',
    summary: 'Does not look behind the 36th character.',
    minLevel: 'standard',
    behaviour: takes((value) => value.length > 36 && guidForm.test(value.slice(0, 36))),
  },
  {
    id: 'request-id/shorter',
    clause: 'headers/request-id/format',
    summary: 'Takes a GUID whose last group is too short.',
    minLevel: 'standard',
    behaviour: takes((value) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{1,11}$/i.test(value)),
  },
  {
    id: 'request-id/any-letters',
    clause: 'headers/request-id/format',
    summary: 'Takes letters that are no hexadecimal digits.',
    minLevel: 'standard',
    behaviour: takes((value) => /^\w{8}-(?:\w{4}-){3}\w{12}$/.test(value)),
  },
  {
    id: 'request-id/version-4-only',
    clause: 'headers/request-id/any-version',
    summary: 'Refuses GUIDs of another version than 4.',
    minLevel: 'standard',
    behaviour: refuses((value) => versionOf(value) !== '4'),
  },
  {
    id: 'request-id/versions-1-to-5-only',
    clause: 'headers/request-id/any-version',
    summary: 'Refuses the GUID versions that came after 5.',
    minLevel: 'standard',
    behaviour: refuses((value) => /[678]/.test(versionOf(value))),
  },
  {
    id: 'request-id/lower-case-only',
    clause: 'headers/request-id/any-version',
    summary: 'Refuses GUIDs in upper case.',
    minLevel: 'standard',
    behaviour: refuses((value) => /[A-F]/.test(value)),
  },
] as const satisfies readonly Fault[];
