/** Relations that collations were measured to take for one and that no plain fold explains. */
import { pairRelation, pairsOf } from './character-relations.js';
import { collationPairs } from './data/collation-pairs.js';
import type { RelationDraft } from './relation.js';

/** The name of the collation stands behind the pair: `(utf8mb4_german2_ci)`. */
export function collationRelations(): readonly RelationDraft[] {
  const rows = Object.entries(collationPairs).flatMap(([collation, line]) =>
    pairsOf(line).map((pair, at) => ({ collation, pair, at })),
  );
  return rows
    .sort((a, b) => a.at - b.at)
    .map(({ collation, pair }) => {
      const source = collation.startsWith('intl-') ? 'icu' : 'mariadb';
      const told = collation.startsWith('intl-') ? `collation of ${collation.slice(5)}` : collation;
      const relation = pairRelation('collation', source, ...pair);
      return { ...relation, name: `${relation.name} (${told})` };
    });
}
