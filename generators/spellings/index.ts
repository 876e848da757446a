/** All legal spellings, each alone, and how they combine in an edition. */
import { type ClauseId, holdsIn } from '../../schemas/clauses/clauses.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import { ranked } from '../rank.js';
import { formSpellings, jsonSpellings } from './body.js';
import { headerSpellings } from './headers.js';
import type { Spelling } from './spelling.js';

/** Of all editions: two that change the same thing under clauses of different editions may have one label. */
export const spellings: readonly Spelling[] = [...headerSpellings, ...formSpellings, ...jsonSpellings];

/** The spellings that the clauses of an edition allow: for requests of an operation, or of any when none is named. */
export function spellingsIn(edition: EditionId, operation?: string): readonly Spelling[] {
  return spellings.filter(({ clause }) => holdsIn(clause, edition, operation));
}

/** The spellings that probe one clause. */
export function spellingsOfClause(clause: ClauseId): readonly Spelling[] {
  return spellings.filter((spelling) => spelling.clause === clause);
}

/** The same by dimension: those of one dimension exclude each other. */
export function spellingsByDimension(edition: EditionId, operation?: string): ReadonlyMap<string, readonly Spelling[]> {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellingsIn(edition, operation)) {
    groups.set(spelling.dimension, [...(groups.get(spelling.dimension) ?? []), spelling]);
  }
  return groups;
}

/** One spelling of every dimension at once, until each was among them; of each dimension the most telling first. */
export function spellingsTogether(edition: EditionId, operation?: string): readonly (readonly Spelling[])[] {
  const dimensions = [...spellingsByDimension(edition, operation).values()].map((some) =>
    ranked(some).toSorted((one, other) => one.rank - other.rank),
  );
  const most = Math.max(...dimensions.map(({ length }) => length));
  return Array.from({ length: most }, (_, index) => dimensions.flatMap((some) => some[index % some.length] ?? []));
}
