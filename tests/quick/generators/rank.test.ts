/** Ranks: what states none comes behind in turn; every clause has something that goes out first; compact families lose no neighbour. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compactFamilies, families } from '../../../generators/identities/families/index.js';
import { ranked, rankedFromOne } from '../../../generators/rank.js';
import { violationsForServices, violationsOfClause } from '../../../generators/violations/catalogue.js';
import { editionIds } from '../../../schemas/editions/editions.js';
import { layoutsOf } from '../../../schemas/operations/operations.js';
import { plainBasis } from './some-basis.js';

const ranks = (items: readonly { readonly rank: number }[]): readonly number[] => items.map(({ rank }) => rank);

test('what states no rank comes behind all that does, one after another or several at once', () => {
  const items = [{ rank: 3 }, {}, { rank: 1 }, {}, {}];
  assert.deepEqual(ranks(ranked(items)), [3, 5, 1, 6, 7]);
  assert.deepEqual(ranks(ranked(items, 2)), [3, 5, 1, 5, 6]);
});

test('the first of the lowest rank is made one, and nothing else is moved', () => {
  assert.deepEqual(ranks(rankedFromOne([{}, { rank: 2 }, { rank: 2 }])), [5, 1, 2]);
  assert.deepEqual(ranks(rankedFromOne([{}, {}])), [1, 6]);
  assert.deepEqual(ranks(rankedFromOne([{ rank: 1 }, { rank: 1 }])), [1, 1]);
  assert.deepEqual(rankedFromOne([]), []);
});

for (const edition of editionIds) {
  for (const layout of layoutsOf(edition)) {
    test(`every clause of ${edition}, ${layout}, has one violation that goes out first, two at the most`, () => {
      const basis = { ...plainBasis, edition, layout };
      const clauses = new Set(violationsForServices(basis).map(({ clause }) => clause));
      for (const clause of clauses) {
        const all = violationsOfClause(basis, clause);
        const first = all.filter(({ rank }) => rank === 1);
        assert.ok(first.length === 1 || first.length === 2, `${clause}: ${first.map(({ slug }) => slug).join(', ')}`);
        assert.ok(all.every(({ rank }) => Number.isInteger(rank) && rank >= 1));
      }
    });
  }
}

test('a compact family holds what stands in the families that it is made of', () => {
  const word = 'byoc-4f2a91-f1';
  const relations = new Set(
    compactFamilies.flatMap((one) => one.neighbours.map(([, relation]) => relation.replace(/^a plus sign and /, ''))),
  );
  const lost = families
    .flatMap(({ members }) => members(word).slice(1))
    .filter(({ relation }) => !relations.has(relation));
  assert.deepEqual(lost, []);
  for (const { members } of compactFamilies) {
    const [first, ...others] = members(word).map(({ rank }) => rank);
    assert.equal(first, Math.min(...others));
  }
});
