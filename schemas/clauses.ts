/** All clauses of edition 61.0 in the order of the specification, their ids as a type, and look-up by id. */
import type { Clause } from './clause.js';
import { appTypeClauses } from './clauses/app-type.js';
import { authorizationClauses } from './clauses/authorization.js';
import { authorizationContextClauses } from './clauses/authorization-context.js';
import { channelAddressIdentifierClauses } from './clauses/channel-address-identifier.js';
import { contentTypeClauses } from './clauses/content-type.js';
import { differentPairClauses } from './clauses/different-pair.js';
import { headerSectionClauses } from './clauses/header-section.js';
import { multipartClauses } from './clauses/multipart.js';
import { operationClauses } from './clauses/operation.js';
import { orgIdClauses } from './clauses/org-id.js';
import { participantsClauses } from './clauses/participants.js';
import { refusalClauses } from './clauses/refusal.js';
import { requestIdClauses } from './clauses/request-id.js';
import { roleClauses } from './clauses/role.js';
import { samePairClauses } from './clauses/same-pair.js';
import { subjectClauses } from './clauses/subject.js';
import { successClauses } from './clauses/success.js';

export const clauses = [
  ...operationClauses,
  ...headerSectionClauses,
  ...authorizationClauses,
  ...contentTypeClauses,
  ...orgIdClauses,
  ...authorizationContextClauses,
  ...requestIdClauses,
  ...multipartClauses,
  ...channelAddressIdentifierClauses,
  ...participantsClauses,
  ...subjectClauses,
  ...roleClauses,
  ...appTypeClauses,
  ...successClauses,
  ...refusalClauses,
  ...samePairClauses,
  ...differentPairClauses,
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
