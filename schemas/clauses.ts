/** All clauses in the order of the specification, those of later editions at their place; ids as a type, look-up, editions. */
import type { Clause } from './clause.js';
import { appTypeClauses } from './clauses/app-type.js';
import { authorizationClauses } from './clauses/authorization.js';
import { authorizationContextClauses } from './clauses/authorization-context.js';
import { channelAddressIdentifierClauses } from './clauses/channel-address-identifier.js';
import { contentTypeClauses } from './clauses/content-type.js';
import { conversationIdentifierClauses } from './clauses/conversation-identifier.js';
import { differentPairClauses } from './clauses/different-pair.js';
import { headerSectionClauses } from './clauses/header-section.js';
import { jsonBodyClauses } from './clauses/json-body.js';
import { jsonContentTypeClauses } from './clauses/json-content-type.js';
import { multipartClauses } from './clauses/multipart.js';
import { operationClauses } from './clauses/operation.js';
import { orgIdClauses } from './clauses/org-id.js';
import { participantsClauses } from './clauses/participants.js';
import { recoveryClauses } from './clauses/recovery.js';
import { refusalClauses } from './clauses/refusal.js';
import { requestIdClauses } from './clauses/request-id.js';
import { retryClauses } from './clauses/retry.js';
import { roleClauses } from './clauses/role.js';
import { routingAttributesClauses } from './clauses/routing-attributes.js';
import { samePairClauses } from './clauses/same-pair.js';
import { subjectClauses } from './clauses/subject.js';
import { successClauses } from './clauses/success.js';
import { type EditionId, editionIds } from './editions.js';

export const clauses = [
  ...operationClauses,
  ...headerSectionClauses,
  ...authorizationClauses,
  ...contentTypeClauses,
  ...jsonContentTypeClauses,
  ...orgIdClauses,
  ...authorizationContextClauses,
  ...requestIdClauses,
  ...multipartClauses,
  ...jsonBodyClauses,
  ...channelAddressIdentifierClauses,
  ...participantsClauses,
  ...subjectClauses,
  ...roleClauses,
  ...appTypeClauses,
  ...routingAttributesClauses,
  ...successClauses,
  ...refusalClauses,
  ...samePairClauses,
  ...differentPairClauses,
  ...recoveryClauses,
  ...conversationIdentifierClauses,
  ...retryClauses,
] as const satisfies readonly Clause[];

export type ClauseId = (typeof clauses)[number]['id'];

const byId: ReadonlyMap<string, Clause> = new Map(clauses.map((clause) => [clause.id, clause]));

export function isClauseId(id: string): id is ClauseId {
  return byId.has(id);
}

/** The clause of an id; the type rules out an unknown one. */
export function clauseOf(id: ClauseId): Clause {
  const clause = byId.get(id);
  if (clause === undefined) throw new Error(`no clause has the id ${id}`);
  return clause;
}

/** The editions in which a clause holds, in their order. */
export function editionsOf({ editions = editionIds }: Clause): readonly EditionId[] {
  return editions;
}

/** Whether a clause of this id holds in an edition. */
export function holdsIn(id: ClauseId, edition: EditionId): boolean {
  return editionsOf(clauseOf(id)).includes(edition);
}

/** The clauses of one edition, in the order of all. */
export function clausesOf(edition: EditionId): readonly (typeof clauses)[number][] {
  return clauses.filter(({ id }) => holdsIn(id, edition));
}
