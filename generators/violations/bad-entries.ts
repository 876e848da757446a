/** Lists of several entries with one among them that is wrong: what whoever looks at one entry only lets pass. Pure. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { isSchemaNode, type SchemaNode } from '../../schemas/keywords.js';
import { slugOfName } from './violation.js';
import type { Spot } from './walk.js';

type BadEntries = Omit<Spot<unknown>, 'clause' | 'path' | 'put'> & {
  readonly at: number;
  readonly entries: () => readonly unknown[];
};

const positions = [
  [0, 2],
  [1, 2],
  [1, 3],
] as const;

/**
 * The first two ways to spoil an entry by each of its clauses, at each position. The most telling stands in the middle
 * and lacks the first member with a fixed word: that is what an entry is looked up by where it should be checked.
 *
 * @param bad ways to spoil the good entry. @param node its schema.
 */
export function* badEntries(node: SchemaNode, good: unknown, bad: Iterable<Spot<unknown>>): Generator<BadEntries> {
  const members = isSchemaNode(node.properties) ? Object.entries(node.properties) : [];
  const [key] = members.find(([, member]) => isSchemaNode(member) && 'const' in member) ?? [];
  const perClause = new Map<ClauseId, number>();
  for (const { breaks, slug, label, path, put } of bad) {
    const seen = perClause.get(breaks) ?? 0;
    perClause.set(breaks, seen + 1);
    if (seen >= 2) continue;
    const what = [...path, label].join(' ');
    for (const [at, length] of positions) {
      const isTelling = length === 3 && slug === 'absent' && path[0] === key;
      yield {
        breaks,
        slug: [`entry-${at + 1}-of-${length}`, ...path.map(slugOfName), slug].join('-'),
        label: `entry ${at + 1} of ${length}: ${what}`,
        rank: isTelling ? 1 : undefined,
        at,
        entries: () => Array.from({ length }, (_, index) => (index === at ? put() : good)),
      };
    }
  }
}
