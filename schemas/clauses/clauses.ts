/** All clauses in the order of the specification, those of later editions at their place; ids as a type, look-up, where each holds. */

import type { MediaType } from '../codecs/codecs.js';
import { additions, perContract } from '../contract.js';
import { type EditionId, editionIdsInForce, isWithin } from '../editions/editions.js';
import { codecsIn, operationOf, operationsInForce } from '../operations/operations.js';
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

/** Of the published clauses. One that an extension adds passes under the same type, once `isClauseId` has seen it. */
export type ClauseId = (typeof clauses)[number]['id'];

const byId = perContract((): ReadonlyMap<string, Clause> => {
  const added = additions().flatMap((extension) => extension.clauses ?? []);
  return new Map([...clauses, ...added].map((clause: Clause) => [clause.id, clause]));
});

/** The published clauses and those of extensions, in their order. */
export function clausesInForce(): readonly (Clause & { readonly id: ClauseId })[] {
  return [...byId().values()].filter((clause): clause is Clause & { readonly id: ClauseId } => isClauseId(clause.id));
}

export function isClauseId(id: string): id is ClauseId {
  return byId().has(id);
}

/** The clause of an id; the type rules out an unknown one. */
export function clauseOf(id: ClauseId): Clause {
  const clause = byId().get(id);
  if (clause === undefined) throw new Error(`no clause has the id ${id}`);
  return clause;
}

/** The editions in which a clause holds, the oldest first. */
export function editionsOf({ id }: { readonly id: ClauseId }): readonly EditionId[] {
  return editionIdsInForce().filter((edition) => holdsIn(id, edition));
}

/** Whether a clause of this id holds in an edition: for an operation, or for any when none is named. */
export function holdsIn(id: ClauseId, edition: string, operation?: string): boolean {
  const asked = operation === undefined ? operationsInForce() : [operationOf(operation)];
  return asked.some((one) =>
    codecsIn(one, edition).some(({ mediaType }) => holdsFor(clauseOf(id), edition, one.id, mediaType)),
  );
}

/** Whether a clause holds for requests of an operation in an edition whose bodies have a media type. */
export function holdsFor(clause: Clause, edition: string, operation: string, mediaType: MediaType): boolean {
  return (
    isWithin(clause, edition) &&
    (clause.operations === undefined || clause.operations.includes(operation)) &&
    (clause.mediaType === undefined || clause.mediaType === mediaType)
  );
}

/** The clauses of one edition, in the order of all: those of an operation, or of any when none is named. */
export function clausesOf(edition: string, operation?: string): readonly (Clause & { readonly id: ClauseId })[] {
  return clausesInForce().filter(({ id }) => holdsIn(id, edition, operation));
}
