/** Probes of the faults in the header section. */
import type { Caller, Change } from '../caller.js';
import { accepts, acceptsUrlencoded, type Probe, refuses } from './probe.js';

const header = (name: string, value: string | undefined): Change => ({ headers: { [name]: value } });

/** Credentials made out of the parts of the valid token. */
const credentials =
  (write: (token: string, parts: { header: string; claims: string; signature: string }) => string) =>
  ({ mock }: Caller): Change => {
    const token = mock.credentials.accessToken;
    const [header = '', claims = '', signature = ''] = token.split('.');
    return { headers: { Authorization: write(token, { header, claims, signature }) } };
  };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string) => Buffer.from(part, 'base64url').toString();

const orgId =
  (write: (orgId: string) => string) =>
  ({ mock }: Caller): Change =>
    header('OrgId', write(mock.credentials.orgId));

const lastChanged = (text: string) => text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');

const renamed = (rename: (name: string) => string): Change => ({
  fields: (fields) => fields.map(([name, value]) => [rename(name), value]),
});
const padded = (front: string, behind: string): Change => ({
  fields: (fields) => fields.map(([name, value]) => [name, front + value + behind]),
});

const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';

export const headerProbes = {
  'header-section/names-case-sensitive': refuses(renamed((name) => name.replace('OrgId', 'orgID'))),
  'header-section/names-in-lower-case-refused': refuses(renamed((name) => name.toLowerCase())),
  'header-section/names-in-upper-case-refused': refuses(renamed((name) => name.toUpperCase())),
  'header-section/leading-blanks-kept': refuses(padded('  ', '')),
  'header-section/trailing-blanks-kept': refuses(padded('', ' ')),
  'header-section/tabs-kept': refuses(padded('', '\t')),

  'authorization/not-required': accepts(header('Authorization', undefined)),
  'authorization/accepts-empty': accepts(header('Authorization', '')),
  'authorization/any-scheme': accepts(credentials((token) => `Basic ${token}`)),
  'authorization/no-scheme': accepts(credentials((token) => token)),
  'authorization/scheme-case-sensitive': refuses(credentials((token) => `bearer ${token}`)),
  'authorization/first-word-only': accepts(credentials((token) => `Bearer ${token} and more`)),
  'authorization/any-three-parts': accepts(header('Authorization', 'Bearer one.two.three')),
  'authorization/any-text': accepts(header('Authorization', 'Bearer garbage')),
  'authorization/signature-not-verified': accepts(
    credentials((_token, { header, claims, signature }) => `Bearer ${header}.${claims}.A${signature.slice(2)}A`),
  ),
  'authorization/signature-cut': accepts(credentials((token) => `Bearer ${token.slice(0, -6)}`)),
  'authorization/claims-altered': accepts(
    credentials((_token, { header, claims, signature }) => {
      const altered = decode(claims).replace('interaction_api', 'everything_else');
      return `Bearer ${header}.${Buffer.from(altered).toString('base64url')}.${signature}`;
    }),
  ),
  'authorization/alg-none': accepts(
    credentials((_token, { claims }) => `Bearer ${encode({ alg: 'none' })}.${claims}.`),
  ),
  'authorization/expired': accepts(({ mock }) =>
    header('Authorization', `Bearer ${mock.credentials.expiredAccessToken}`),
  ),
  'authorization/expired-within-a-day': accepts(({ mock }) =>
    header('Authorization', `Bearer ${mock.credentials.expiredAccessToken}`),
  ),

  'content-type/not-required': accepts(header('Content-Type', undefined)),
  'content-type/accepts-empty': accepts(header('Content-Type', '')),
  'content-type/any-multipart': accepts(header('Content-Type', 'multipart/mixed; boundary=boundary-1')),
  'content-type/any-type': accepts(header('Content-Type', 'text/plain; boundary=boundary-1')),
  'content-type/json-named': accepts(header('Content-Type', 'application/json')),
  'content-type/takes-urlencoded': acceptsUrlencoded,
  'content-type/boundary-not-required': accepts(header('Content-Type', 'multipart/form-data; charset=utf-8')),
  'content-type/case-sensitive': refuses(header('Content-Type', 'Multipart/Form-Data; boundary=boundary-1')),
  'content-type/refuses-quoted-boundary': refuses(header('Content-Type', 'multipart/form-data; boundary="boundary-1"')),
  'content-type/refuses-parameters-first': refuses(
    header('Content-Type', 'multipart/form-data; charset=utf-8; boundary=boundary-1'),
  ),

  'org-id/not-required': accepts(header('OrgId', undefined)),
  'org-id/accepts-empty': accepts(header('OrgId', '')),
  'org-id/accepts-18': accepts(orgId((id) => `${id}AA5`)),
  'org-id/accepts-longer': accepts(orgId((id) => `${id}A`)),
  'org-id/accepts-shorter': accepts(orgId((id) => id.slice(0, -1))),
  'org-id/any-length': accepts(orgId((id) => id.slice(0, 6))),
  'org-id/accepts-punctuation': accepts(orgId((id) => `${id.slice(0, -1)}-`)),
  'org-id/any-org': accepts(orgId(lastChanged)),
  'org-id/any-case': accepts(orgId((id) => id.toLowerCase())),

  'authorization-context/not-required': accepts(header('AuthorizationContext', undefined)),
  'authorization-context/accepts-empty': accepts(header('AuthorizationContext', '')),
  'authorization-context/any-text': accepts(header('AuthorizationContext', '?')),
  'authorization-context/no-underscore': accepts(header('AuthorizationContext', 'Partner1ChannelDefinition1')),
  'authorization-context/empty-name': accepts(header('AuthorizationContext', 'Partner1_')),
  'authorization-context/empty-prefix': accepts(header('AuthorizationContext', '_ChannelDefinition1')),
  'authorization-context/ends-in-underscore': accepts(header('AuthorizationContext', 'Partner1_ChannelDefinition1_')),
  'authorization-context/hyphen': accepts(header('AuthorizationContext', 'Partner1_Channel-Definition1')),
  'authorization-context/blank': accepts(header('AuthorizationContext', 'Partner1_Channel Definition1')),
  'authorization-context/any-prefix': accepts(header('AuthorizationContext', 'Other_ChannelDefinition1')),
  'authorization-context/case-ignored': accepts(header('AuthorizationContext', 'pARTNER1_ChannelDefinition1')),
  'authorization-context/case-upper': accepts(header('AuthorizationContext', 'PARTNER1_ChannelDefinition1')),
  'authorization-context/longer-prefix': accepts(header('AuthorizationContext', 'Partner12_ChannelDefinition1')),

  'request-id/not-required': accepts(header('RequestId', undefined)),
  'request-id/accepts-empty': accepts(header('RequestId', '')),
  'request-id/any-text': accepts(header('RequestId', 'request 1')),
  'request-id/braces': accepts(header('RequestId', `{${guid}}`)),
  'request-id/urn': accepts(header('RequestId', `urn:uuid:${guid}`)),
  'request-id/no-hyphens': accepts(header('RequestId', guid.replaceAll('-', ''))),
  'request-id/longer': accepts(header('RequestId', `${guid}0`)),
  'request-id/shorter': accepts(header('RequestId', guid.slice(0, -1))),
  'request-id/any-letters': accepts(header('RequestId', guid.replaceAll('f', 'g'))),
  'request-id/version-4-only': refuses(header('RequestId', '0f8fad5b-d9cb-169f-a165-70867728950e')),
  'request-id/versions-1-to-5-only': refuses(header('RequestId', '0f8fad5b-d9cb-769f-a165-70867728950e')),
  'request-id/lower-case-only': refuses(header('RequestId', guid.toUpperCase())),
} as const satisfies Record<string, Probe>;
