/** All clauses in the order of the specification, those of later editions at their place; ids as a type, look-up, where each holds. */

import type { MediaType } from '../codecs/codecs.js';
import { additions, perContract } from '../contract.js';
import { type EditionId, editionIdsInForce, isWithin } from '../editions/editions.js';
import { codecsIn, operationOf, operationsInForce } from '../operations/operations.js';
import { answerClauses } from './answer.js';
import { behaviourClauses } from './behaviour.js';
import { bodyClauses } from './body.js';
import type { Clause } from './clause.js';
import { headerClauses } from './headers.js';
import { operationClauses } from './operation.js';

export const clauses = [
  ...operationClauses,
  ...headerClauses,
  ...bodyClauses,
  ...answerClauses,
  ...behaviourClauses,
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
