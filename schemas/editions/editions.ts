/** All editions of the contract, the oldest first; the published ones' ids as a type, and look-up by id. */
import { additions, perContract } from '../contract.js';
import { compareEditions, type Edition } from './edition.js';

export { type Edition, type EditionRange, isWithin } from './edition.js';

export const editions = [
  { id: '61.0', source: 'the specification', answerMembers: [] },
  // The vendor's later pages and OpenAPI document (the public facts).
  {
    id: '65.0',
    source: "the vendor's later public pages",
    documentedStatus: 202,
    answerMembers: ['success', 'messagingSessionId'],
  },
] as const satisfies readonly Edition[];

/** Of the published editions. One that an extension adds passes under the same type, once `isEditionId` has seen it. */
export type EditionId = (typeof editions)[number]['id'];

export const editionIds = editions.map(({ id }) => id) satisfies readonly EditionId[];

/** The edition of a run that names none: the specification. */
export const defaultEdition: EditionId = '61.0';

/** The published editions and those of extensions, the oldest first. */
export const editionsInForce = perContract((): readonly Edition[] =>
  [...editions, ...additions().flatMap((extension) => extension.editions ?? [])].sort((one, other) =>
    compareEditions(one.id, other.id),
  ),
);

export function isEditionId(id: string): id is EditionId {
  return editionsInForce().some((edition) => edition.id === id);
}

/** The ids of the editions in force, the oldest first. */
export function editionIdsInForce(): readonly EditionId[] {
  return editionsInForce()
    .map(({ id }) => id)
    .filter(isEditionId);
}

/** @throws Error for an id that no edition has. */
export function editionOf(id: string): Edition {
  const edition = editionsInForce().find((one) => one.id === id);
  if (edition === undefined) throw new Error(`there is no edition ${id}`);
  return edition;
}
