/** Faults of Headers › OrgId. */
import type { Fault } from '../fault.js';
import { type HeaderReading, readsHeader } from './reading-otherwise.js';

const readsOrgId = (reading: HeaderReading) => readsHeader('OrgId', reading);

/** Takes for the right org whatever the condition lets pass. */
const takesFor = (condition: (value: string, orgId: string) => boolean) =>
  readsOrgId((value, { orgId }) => (value !== undefined && condition(value, orgId) ? orgId : undefined));

export const orgIdFaults = [
  {
    id: 'org-id/not-required',
    clause: 'headers/org-id/required',
    summary: 'Takes the org of the token when the OrgId header is missing.',
    minLevel: 'standard',
    behaviour: readsOrgId((value, { orgId }) => (value === undefined ? orgId : undefined)),
  },
  {
    id: 'org-id/accepts-empty',
    clause: 'headers/org-id/required',
    summary: 'Takes the org of the token when the OrgId header is empty.',
    minLevel: 'standard',
    behaviour: takesFor((value) => value === ''),
  },
  {
    id: 'org-id/accepts-18',
    clause: 'headers/org-id/length',
    summary: 'Takes the 18-character form of the org id and drops its check characters.',
    minLevel: 'standard',
    behaviour: takesFor((value, orgId) => value.length === 18 && value.startsWith(orgId)),
  },
  {
    id: 'org-id/accepts-longer',
    clause: 'headers/org-id/length',
    summary: 'Looks at the first 15 characters of the org id only.',
    minLevel: 'standard',
    behaviour: takesFor((value, orgId) => value.length > 15 && value.startsWith(orgId)),
  },
  {
    id: 'org-id/accepts-shorter',
    clause: 'headers/org-id/length',
    summary: 'Takes an org id whose last character is missing.',
    minLevel: 'standard',
    behaviour: takesFor((value, orgId) => value.length === 14 && orgId.startsWith(value)),
  },
  {
    id: 'org-id/any-length',
    clause: 'headers/org-id/length',
    summary: 'Takes any letters and digits of a length other than 15 for the org of the token.',
    minLevel: 'standard',
    behaviour: takesFor((value) => /^[A-Za-z0-9]+$/.test(value) && value.length !== 15),
  },
  {
    id: 'org-id/accepts-punctuation',
    clause: 'headers/org-id/characters',
    summary: 'Takes any 15 characters with punctuation among them for the org of the token.',
    minLevel: 'standard',
    behaviour: takesFor((value) => value.length === 15 && /[^A-Za-z0-9]/.test(value)),
  },
  {
    id: 'org-id/any-org',
    clause: 'headers/org-id/token-org',
    summary: 'Checks the form of the org id only, not that the token belongs to it.',
    minLevel: 'standard',
    behaviour: takesFor((value) => /^[A-Za-z0-9]{15}$/.test(value)),
  },
  {
    id: 'org-id/any-case',
    clause: 'headers/org-id/token-org',
    summary: 'Compares org ids without regard to case, although case makes them different orgs.',
    minLevel: 'standard',
    behaviour: takesFor((value, orgId) => value.toLowerCase() === orgId.toLowerCase()),
  },
] as const satisfies readonly Fault[];
