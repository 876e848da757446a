/** Relations that collations were measured to take for one and that no plain fold explains. */
import { pairRelation, pairsOf } from './character-relations.js';
import { collationPairs } from './data/collation-pairs.js';
import type { RelationDraft } from './relation.js';

/** One of each collation in turn. */
export function collationRelations(): readonly RelationDraft[] {
  const rows = Object.entries(collationPairs).flatMap(([collation, line]) =>
    pairsOf(line).map((pair, at) => ({ collation, pair, at })),
  );
  return rows
    .sort((a, b) => a.at - b.at)
    .map(({ collation, pair: [plain, other] }) => {
      const source = collation.startsWith('intl-') ? 'icu' : 'mariadb';
      return { ...pairRelation('collation', source, plain, other), collation };
    });
}
