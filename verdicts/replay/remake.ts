/** Which header of a case must be made anew for the settings of a replay: a forged token is never written down. Pure. */
import type { Basis } from '../../generators/basis.js';
import { violationsForServices, violationsOf } from '../../generators/violations/catalogue.js';
import { perContract } from '../../schemas/contract.js';
import { defaultEdition, editionIdsInForce } from '../../schemas/editions/editions.js';
import { defaultLayoutOf, defaultOperation, findOperation, layoutsOf } from '../../schemas/operations/operations.js';
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import { fieldIn } from '../../wire/http/field-values.js';

/** A violation by its name in the catalogue, as it was read from a file. */
export interface NamedViolation {
  readonly clause: string;
  readonly slug: string;
}

export interface Remake extends NamedViolation {
  readonly header: string;
}

/** A catalogue takes some milliseconds to make, and a record may have many findings. */
const catalogues = new WeakMap<Basis, ReturnType<typeof violationsOf>>();

/** Headers whose wrong values are made from the settings. */
const headers = ['Authorization', 'OrgId', 'AuthorizationContext'];

/** What is wrong with a request, and where: a finding, or a step of its story. */
export interface Violated {
  readonly violation?: NamedViolation;
  readonly difference?: { readonly at?: MessagePlace };
}

/** Undefined when the header can be sent as it was recorded, with the token in its place. */
export function remakeOf({ violation, difference }: Violated, operation?: string): Remake | undefined {
  const header = headers.find((name) => isHeader(difference?.at, name));
  if (header === undefined || violation === undefined) return undefined;
  const [sample] = samplesOf(operation);
  const value = headerOfViolation(sample, header, violation);
  if (value === undefined) return undefined;
  const isIntact = header === 'Authorization' && value.includes(sample.credentials.accessToken);
  return isIntact ? undefined : { header, clause: violation.clause, slug: violation.slug };
}

function isHeader(at: MessagePlace | undefined, name: string): boolean {
  return at?.in === 'header' && at.name === name;
}

/**
 * Whether the header Authorization of a finding may hold a token that was altered: then neither a line of text nor the
 * token's place can tell what was sent. A violation that is not known may be any of them.
 */
export function isForged({ violation, difference }: Violated, operation?: string): boolean {
  if (!isHeader(difference?.at, 'Authorization')) return false;
  const [sample, other] = samplesOf(operation);
  const value = violation === undefined ? undefined : headerOfViolation(sample, 'Authorization', violation);
  if (violation === undefined || value === undefined) return true;
  // Garbage that never was a token is the same for every token.
  const isSame = headerOfViolation(other, 'Authorization', violation) === value;
  return !value.includes(sample.credentials.accessToken) && !isSame;
}

/** The value that a violation gives a header for a basis; an empty text where it leaves the header out. */
export function headerOfViolation(basis: Basis, header: string, { clause, slug }: NamedViolation): string | undefined {
  const violation = violationsFor(basis).find(
    (one) => one.clause === clause && one.slug === slug && isHeader(one.difference.at, header),
  );
  return violation === undefined ? undefined : (fieldIn(violation.draft.fields, header) ?? '');
}

/** What a service must refuse in a run by such settings, made from a sample. */
export function violationsLike(run: Pick<Basis, 'edition' | 'layout'> & { readonly operation?: string }) {
  const { operation = defaultOperation, edition, layout } = run;
  return violationsForServices({ ...sampleOf('one', operation), edition, layout });
}

function violationsFor(basis: Basis): ReturnType<typeof violationsOf> {
  const violations = catalogues.get(basis) ?? violationsOf(basis);
  catalogues.set(basis, violations);
  return violations;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (sub: string): string =>
  `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub })}.${Buffer.from(`${sub} of a sample`).toString('base64url')}`;

/** Two bases that only show how the violations of an operation are made. One that is not known any more has those of the default one. */
function samplesOf(operation: string = defaultOperation): Samples {
  const id = findOperation(operation) === undefined ? defaultOperation : operation;
  const known = samples().get(id) ?? [sampleOf('one', id), sampleOf('other', id)];
  samples().set(id, known);
  return known;
}

type Samples = readonly [one: Basis, other: Basis];
const samples = perContract(() => new Map<string, Samples>());

function sampleOf(name: string, operation: string): Basis {
  const editions = [defaultEdition, ...editionIdsInForce()];
  const edition = editions.find((id) => layoutsOf(id, operation).length > 0) ?? defaultEdition;
  return {
    operation,
    edition,
    layout: defaultLayoutOf(edition, operation),
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
    conversationIdentifier: 'sample',
  };
}
