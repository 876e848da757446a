/** All relations, ranked by how often such a merge is met in the field. Made once, when first asked for. */
import { aroundRelations } from './around.js';
import { characterRelations } from './character-relations.js';
import { type ClassFacts, type RelationClass, relationClasses } from './classes.js';
import { collationRelations } from './collations.js';
import { cutRelations } from './cuts.js';
import { dateRelations } from './dates.js';
import { escapeRelations } from './escapes.js';
import { hashRelations } from './hashes.js';
import { idRelations } from './ids.js';
import { insideTextRelations } from './inside-texts.js';
import { mailRelations } from './mails.js';
import { messengerRelations } from './messengers.js';
import { numberRelations } from './numbers.js';
import { phoneRelations } from './phones.js';
import type { Relation, RelationDraft } from './relation.js';
import { scriptTextRelations } from './script-texts.js';
import { wordRelations } from './words.js';
import { affixRelations } from './writings/affixes.js';
import { editRelations } from './writings/edits.js';
import { identifierRelations } from './writings/identifiers.js';
import { personRelations } from './writings/people.js';
import { placeRelations } from './writings/places.js';
import { segmentRelations } from './writings/segments.js';
import { structureRelations } from './writings/structures.js';

let made: readonly Relation[] | undefined;

/** By rank, from 1. Pairs that two sources give count once, under the source that is named first. */
export function allRelations(): readonly Relation[] {
  made ??= ranked(drafts());
  return made;
}

/** Within a class the likeliest first. */
function drafts(): readonly RelationDraft[] {
  return [
    ...inTurns(personRelations(), 10),
    ...scriptTextRelations(),
    ...insideTextRelations(),
    ...characterRelations(),
    ...collationRelations(),
    ...aroundRelations(),
    ...phoneRelations(),
    ...inTurns(messengerRelations(), 3),
    ...inTurns(mailRelations(), 8),
    ...inTurns(numberRelations(), 3),
    ...inTurns([...idRelations(), ...identifierRelations()], 2),
    ...inTurns(dateRelations(), 4),
    ...inTurns(wordRelations(), 2),
    ...escapeRelations(),
    ...inTurns(affixRelations(), 5),
    ...inTurns(segmentRelations(), 5),
    ...inTurns(placeRelations(), 5),
    ...inTurns(editRelations(), 4),
    ...inTurns(structureRelations(), 4),
    ...hashRelations(),
    ...cutRelations(),
  ];
}

/** So many of one base before the next base has its turn: a base costs a request, and tells something new. */
function inTurns(relations: readonly RelationDraft[], perTurn: number): readonly RelationDraft[] {
  const counts = new Map<string, number>();
  return relations
    .map((relation) => {
      const base = relation.members.place === 'whole' ? relation.members.base : relation.slug;
      const count = counts.get(base) ?? 0;
      counts.set(base, count + 1);
      return { relation, turn: Math.floor(count / perTurn) };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ relation }) => relation);
}

/** How fast the share falls within a class that one fold takes as a whole. */
const steepness = 1.5;

/**
 * The share of a class goes to its first relation, half of it to the second, a third to the third; less of a class that a store
 * folds as a whole, as that shows with the first, and those behind only find one that folds a part of it.
 */
function ranked(all: readonly RelationDraft[]): readonly Relation[] {
  const seen = new Set<string>();
  const places = new Map<RelationClass, number>();
  const weighed = all.flatMap((relation) => {
    const key = keyOf(relation);
    if (seen.has(key)) return [];
    seen.add(key);
    const place = (places.get(relation.class) ?? 0) + 1;
    places.set(relation.class, place);
    const { share, isOneFold }: ClassFacts = relationClasses[relation.class];
    return [{ relation, weight: share / (isOneFold ? place ** steepness : place) }];
  });
  return weighed.sort((a, b) => b.weight - a.weight).map(({ relation }, at) => ({ ...relation, rank: at + 1 }));
}

/** One for two texts inside a subject in either order, and for a whole pair its slug. */
function keyOf({ slug, members }: RelationDraft): string {
  if (members.place === 'whole') return slug;
  return [members.plain, members.other].sort().join('\u0000');
}
