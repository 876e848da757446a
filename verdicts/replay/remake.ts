/** Which header of a case must be made anew for the settings of a replay: a forged token is never written down. Pure. */
import type { Basis } from '../../generators/basis.js';
import { violationsOf } from '../../generators/violations/catalogue.js';
import { defaultEdition } from '../../schemas/editions/editions.js';
import { defaultLayoutOf, defaultOperation } from '../../schemas/operations/operations.js';
import type { RequestDraft } from '../../wire/request.js';

export interface Remake {
  readonly header: string;
  /** Label of the violation in the catalogue, which is the same for every basis. */
  readonly label: string;
}

/** A catalogue takes some milliseconds to make, and a record may have many findings. */
const catalogues = new WeakMap<Basis, ReturnType<typeof violationsOf>>();

/** Headers whose wrong values are made from the settings. */
const headers = ['Authorization', 'OrgId', 'AuthorizationContext'];

/** What is wrong with a request, and where: of a finding, or of a step of its story. */
export interface Violated {
  readonly label: string;
  readonly difference?: { readonly where: string } | undefined;
}

/** Undefined when the header can be sent as it was recorded, with the token in its place. */
export function remakeOf({ difference, label }: Violated): Remake | undefined {
  const header = headers.find((name) => difference?.where === `header ${name}`);
  if (header === undefined) return undefined;
  const known = knownLabel(header, label);
  const value = known === undefined ? undefined : headerOfViolation(sample, header, known);
  if (known === undefined || value === undefined) return undefined;
  const isIntact = header === 'Authorization' && value.includes(sample.credentials.accessToken);
  return isIntact ? undefined : { header, label: known };
}

/**
 * Whether the header Authorization of a finding may hold a token that was altered: then neither a line of text nor the
 * token's place can tell what was sent. A label that is not known may be any of them.
 */
export function isForged({ difference, label }: Violated): boolean {
  if (difference?.where !== 'header Authorization') return false;
  const known = knownLabel('Authorization', label);
  if (known === undefined) return true;
  const value = headerOfViolation(sample, 'Authorization', known) ?? '';
  // Garbage that never was a token is the same for every token.
  return !value.includes(sample.credentials.accessToken) && headerOfViolation(other, 'Authorization', known) !== value;
}

/** A probe may say more behind a label of the catalogue, after a comma. */
function knownLabel(header: string, label: string): string | undefined {
  const labels = violationsFor(sample)
    .filter(({ difference }) => difference.where === `header ${header}`)
    .map((violation) => violation.label);
  return labels
    .filter((known) => label === known || label.startsWith(`${known}, `))
    .sort((one, another) => another.length - one.length)[0];
}

/** The value that a violation gives a header for a basis; an empty text where it leaves the header out. */
export function headerOfViolation(basis: Basis, header: string, label: string): string | undefined {
  const violation = violationsFor(basis).find(
    (one) => one.label === label && one.difference.where === `header ${header}`,
  );
  return violation === undefined ? undefined : headerOf(violation.draft, header);
}

function violationsFor(basis: Basis): ReturnType<typeof violationsOf> {
  const violations = catalogues.get(basis) ?? violationsOf(basis);
  catalogues.set(basis, violations);
  return violations;
}

function headerOf({ fields }: RequestDraft, header: string): string {
  return fields.find(([name]) => name.toLowerCase() === header.toLowerCase())?.[1] ?? '';
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (sub: string): string =>
  `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub })}.${Buffer.from(`${sub} of a sample`).toString('base64url')}`;

/** Bases that only show how a violation is made. */
const sampleOf = (name: string): Basis => ({
  operation: defaultOperation,
  edition: defaultEdition,
  layout: defaultLayoutOf(defaultEdition),
  credentials: {
    accessToken: token(`${name} current`),
    expiredAccessToken: token(`${name} expired`),
    orgId: '00DA00AA0a0Aa0z',
    authorizationContext: 'Sample1_Channel1',
    channels: ['sample'],
  },
  channel: 'sample',
  subject: 'sample',
  requestId: '6f1c0f7e-6a53-4b8e-9a39-0d2b5d2f7c11',
  boundary: '----byocsample',
});
const [sample, other] = [sampleOf('one'), sampleOf('other')];
