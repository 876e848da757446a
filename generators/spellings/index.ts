/** All legal spellings, each alone, and how they combine. */
import type { ClauseId } from '../../schemas/clauses.js';
import { bodySpellings } from './body.js';
import { headerSpellings } from './headers.js';
import type { Spelling } from './spelling.js';

export const spellings: readonly Spelling[] = [...headerSpellings, ...bodySpellings];

/** The spellings that probe one clause. */
export function spellingsOfClause(clause: ClauseId): readonly Spelling[] {
  return spellings.filter((spelling) => spelling.clause === clause);
}

/** Spellings by dimension: those of one dimension exclude each other. */
export const spellingsByDimension: ReadonlyMap<string, readonly Spelling[]> = groupByDimension();

function groupByDimension(): Map<string, Spelling[]> {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    groups.set(spelling.dimension, [...(groups.get(spelling.dimension) ?? []), spelling]);
  }
  return groups;
}
