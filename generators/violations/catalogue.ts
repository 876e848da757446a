/**
 * Every violation of a basis by clause: those that the schemas give and those below or beyond them.
 * ajv confirms that each breaks the clause it is meant to break and no other; what does not is no violation.
 */

import { type ClauseId, clauseOf, holdsIn, isClauseId } from '../../schemas/clauses/clauses.js';
import { schemasOf } from '../../schemas/operations/request-schema.js';
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import { type RequestMessage, validateRequest } from '../../schemas/validation/validate-request.js';
import type { RequestDraft } from '../../wire/request.js';
import { type Basis, conformingDraft, conformingMessage, draftOf } from '../basis.js';
import type { CaseName } from '../named-case.js';
import { type Ranked, rankedFromOne } from '../rank.js';
import { forgedTokens, garbageTokens, isJwt } from './forged-tokens.js';
import { isUnendedForm, malformedMultipart, otherBodies, urlencodedRequest, urlencodedType } from './other-bodies.js';
import { otherOrgs, otherPrefixes } from './other-owners.js';
import type { NamedValue, Violation } from './violation.js';
import { walk } from './walk.js';

/** All violations of a basis, in the order of the schemas; slugs are unique beside their clause. An opaque token has fewer. */
export function violationsOf(basis: Basis): readonly Violation[] {
  return wantedViolations(basis);
}

/** The violations that a service must refuse: what only connectors owe, and what it may take, is observed of a service. */
export function violationsForServices(basis: Basis): readonly Violation[] {
  return wantedViolations(basis).filter(
    ({ clause, mayBeTaken }) => clauseOf(clause).owes !== 'connector' && mayBeTaken !== true,
  );
}

/** The clause that bodies break of which no schema can be asked. */
function wellFormedOf(basis: Basis): ClauseId | undefined {
  const { wellFormed } = schemasOf(basis);
  return isClauseId(wellFormed) ? wellFormed : undefined;
}

/** Makes and confirms only what is wanted: the whole catalogue costs some milliseconds. */
function wantedViolations(basis: Basis, { clause, slug }: Partial<CaseName> = {}): readonly Violation[] {
  const beyond = [
    ...(clause === undefined || clause.startsWith('headers/') ? headerViolations(basis) : []),
    ...(clause === undefined || clause === wellFormedOf(basis) ? bodyViolations(basis) : []),
    ...(clause === undefined || mediaTypeClauses.has(clause) ? urlencodedViolations(basis) : []),
  ].filter((one) => (clause ?? one.clause) === one.clause && (slug ?? one.slug) === one.slug);
  return [...schemaViolations(basis, clause, slug), ...beyond];
}

/** The violations of one clause with their ranks. */
export function violationsOfClause(basis: Basis, clause: ClauseId): readonly (Violation & Ranked)[] {
  return rankedFromOne(wantedViolations(basis, { clause }));
}

/** The violation of a name, when this basis has it. */
export function violationOf(basis: Basis, { clause, slug }: CaseName): Violation | undefined {
  return wantedViolations(basis, { clause, slug })[0];
}

function schemaViolations(basis: Basis, wanted?: ClauseId, slug?: string): readonly Violation[] {
  const message = conformingMessage(basis);
  const spots = walk<RequestMessage>(schemasOf(basis).request, {
    value: message,
    path: [],
    json: false,
    // The walker changes values, never the shape: what comes back has the members of a message.
    write: (value) => value as RequestMessage,
    ...(wanted === undefined ? {} : { wanted }),
  });
  // An opaque token is no JWT, which is the org's doing (docs/reading.md): what the control breaks already is not held against a
  // case. Looked at only when a case breaks more than it is meant to, as this is done for every case that is sent.
  let before: ReadonlySet<ClauseId> | undefined;
  const breaksBefore = (clause: ClauseId): boolean => {
    before ??= new Set(validateRequest(message, basis).map((found) => found.clause));
    return before.has(clause);
  };
  const violations = new Map<string, Violation>();
  for (const spot of spots) {
    if (slug !== undefined && spot.slug !== slug) continue;
    const broken = spot.put();
    const found = validateRequest(broken, basis).map(({ clause }) => clause);
    const judged = new Set(found.filter((clause) => clause === spot.breaks || !breaksBefore(clause)));
    const key = `${spot.clause} ${spot.slug}`;
    if (judged.size !== 1 || !judged.has(spot.breaks) || violations.has(key)) continue;
    violations.set(key, {
      clause: spot.clause,
      slug: spot.slug,
      label: spot.label,
      rank: spot.rank,
      difference: { at: placeOf(spot.path), ...shownApart(valueAt(message, spot.path), valueAt(broken, spot.path)) },
      draft: draftOf(broken, basis),
      ...(spot.breaks === spot.clause ? {} : { breaks: spot.breaks }),
    });
  }
  return [...violations.values()];
}

/** Header values that are right by form and wrong by what they stand for. */
function headerViolations(basis: Basis): readonly Violation[] {
  const { accessToken, expiredAccessToken, orgId, authorizationContext } = basis.credentials;
  const borne = ([slug, label, token, rank]: NamedValue<string>): NamedValue<string> => {
    return [slug, label, `Bearer ${token}`, rank];
  };
  const rows: (readonly [ClauseId, string, ...NamedValue<string>])[] = [];
  const add = (clause: ClauseId, header: string, values: readonly NamedValue<string>[]): void => {
    for (const value of values) rows.push([clause, header, ...value]);
  };
  add('headers/authorization/token', 'Authorization', garbageTokens().map(borne));
  if (isJwt(accessToken)) {
    add('headers/authorization/signature', 'Authorization', forgedTokens(accessToken).map(borne));
  }
  if (expiredAccessToken !== undefined) {
    add('headers/authorization/expiry', 'Authorization', [
      borne(['a-token-past-its-time', 'a token past its time', expiredAccessToken, 1]),
    ]);
  }
  add('headers/org-id/token-org', 'OrgId', otherOrgs(orgId));
  add('headers/authorization-context/prefix', 'AuthorizationContext', otherPrefixes(authorizationContext));
  const message = conformingMessage(basis);
  const owed = rows.filter(([clause]) => holdsIn(clause, basis.edition, basis.operation));
  return owed.map(([clause, header, slug, label, value, rank]) => ({
    clause,
    slug,
    label,
    rank,
    difference: { at: { in: 'header', name: header }, control: message.headers[header] ?? '', case: value },
    draft: draftOf({ ...message, headers: { ...message.headers, [header]: value } }, basis),
  }));
}

function bodyViolations(basis: Basis): readonly Violation[] {
  const plain = conformingDraft(basis);
  const clause = wellFormedOf(basis);
  if (clause === undefined) return [];
  const isJson = plain.body.kind === 'json';
  const bodies = isJson ? otherBodies(basis) : malformedMultipart(plain, basis.boundary);
  const control = isJson ? 'a JSON object' : 'a complete multipart message';
  return bodies.map(([slug, label, bytes, rank]) => ({
    clause,
    slug,
    label,
    rank,
    difference: { at: { in: 'body' }, control, case: label },
    draft: withBody(plain, bytes),
    ...(isUnendedForm(slug) ? { mayBeTaken: true } : {}),
  }));
}

const mediaTypeClauses: ReadonlySet<ClauseId> = new Set([
  'headers/content-type/media-type',
  'headers/content-type/json',
]);

/** Another media type with a body that fits it: what a framework reads by itself that knows both kinds of form. */
function urlencodedViolations(basis: Basis): readonly Violation[] {
  const control = conformingMessage(basis).headers['Content-Type'];
  const owed = [...mediaTypeClauses].filter((clause) => holdsIn(clause, basis.edition, basis.operation));
  if (control === undefined) return [];
  return owed.map((clause) => ({
    clause,
    slug: 'an-urlencoded-form-of-the-right-values',
    label: 'an urlencoded form of the right values',
    difference: { at: { in: 'header', name: 'Content-Type' }, control, case: urlencodedType },
    draft: urlencodedRequest(basis),
  }));
}

function withBody(draft: RequestDraft, bytes: Uint8Array): RequestDraft {
  return { ...draft, body: { kind: 'raw', bytes } };
}

/** The same for a member in every layout. */
function placeOf([section, ...rest]: readonly (string | number)[]): MessagePlace {
  if (section === 'headers') return { in: 'header', name: rest.join('') };
  const path = section === 'form' && rest[0] === 'json' ? rest.slice(1) : rest;
  if (path.length > 0) return { in: 'member', path };
  return section === 'body' ? { in: 'body' } : { in: 'part', name: 'json' };
}

/** The value at a path, reading through JSON text where the path goes on inside it. */
function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current === 'string') current = JSON.parse(current);
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/** Texts as they are; with their quotes where the other value would look the same without: `"true"` and `true`. */
function shownApart(control: unknown, broken: unknown): { control: string; case: string } {
  const shown = (value: unknown): string => (typeof value === 'string' ? value : exact(value));
  const exact = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
  const show = shown(control) === shown(broken) ? exact : shown;
  return { control: show(control), case: show(broken) };
}
