/** All clauses in the order of the specification, those of later editions at their place; ids as a type, look-up, editions. */

import { type EditionId, editionIds } from '../editions/editions.js';
import { refusalClauses } from './answer/refusal.js';
import { successClauses } from './answer/success.js';
import { conversationIdentifierClauses } from './behaviour/conversation-identifier.js';
import { differentPairClauses } from './behaviour/different-pair.js';
import { recoveryClauses } from './behaviour/recovery.js';
import { retryClauses } from './behaviour/retry.js';
import { samePairClauses } from './behaviour/same-pair.js';
import { appTypeClauses } from './body/app-type.js';
import { channelAddressIdentifierClauses } from './body/channel-address-identifier.js';
import { jsonBodyClauses } from './body/json-body.js';
import { multipartClauses } from './body/multipart.js';
import { participantsClauses } from './body/participants.js';
import { roleClauses } from './body/role.js';
import { routingAttributesClauses } from './body/routing-attributes.js';
import { subjectClauses } from './body/subject.js';
import type { Clause } from './clause.js';
import { authorizationClauses } from './headers/authorization.js';
import { authorizationContextClauses } from './headers/authorization-context.js';
import { contentTypeClauses } from './headers/content-type.js';
import { headerSectionClauses } from './headers/header-section.js';
import { jsonContentTypeClauses } from './headers/json-content-type.js';
import { orgIdClauses } from './headers/org-id.js';
import { requestIdClauses } from './headers/request-id.js';
import { operationClauses } from './operation.js';

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
