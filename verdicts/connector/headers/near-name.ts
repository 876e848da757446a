/** Finds the header that a connector sent instead of a missing one: a name that is nearly right. */
import type { FieldValues } from '../../../wire/http/field-values.js';
import type { ConnectorFinding } from '../contract.js';
import { shown } from '../shown.js';

/** Letters only, in lower case; what else people call the header. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  Authorization: ['authorisation', 'auth', 'token', 'accesstoken', 'bearer'],
  'Content-Type': ['contenttypes', 'mediatype'],
  OrgId: ['organizationid', 'organisationid', 'sforgid', 'org'],
  AuthorizationContext: ['authorisationcontext', 'authcontext', 'sfauthorizationcontext'],
  RequestId: ['requestid', 'correlationid', 'requestguid', 'sfrequestid'],
};

/** Adds to a finding about a missing header what came in its place, where something did. Values are not shown. */
export function withNearName(finding: ConnectorFinding, header: string, values: FieldValues): ConnectorFinding {
  const wanted = plain(header);
  const near = [...values.keys()].find((name) => {
    const letters = plain(name);
    return [wanted, ...(alsoCalled[header] ?? [])].some((one) => letters === one || letters === `x${one}`);
  });
  if (near === undefined) return finding;
  return {
    ...finding,
    message: `${finding.message.replace(/\.$/, '')}: ${shown(near)} came.`,
    advice: `The header is called ${header}, letter by letter but for their case. ${finding.advice}`,
  };
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
