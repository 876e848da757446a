/**
 * Merges that were written without sight of the generators, from other libraries and tables: what share of them the relations
 * of a level show. The floors are what was measured, so that no change loses any unseen; they are no goal.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import type { Behaviour } from '../../endpoints/mock/behaviour.js';
import { extendMock } from '../../endpoints/mock/extension.js';
import type { FaultId } from '../../endpoints/mock/faults.js';
import { type Carrier, packCarriers } from '../../generators/identities/relations/carriers.js';
import { selectRelations, standardBudget } from '../../generators/identities/relations/select.js';
import { seededInteger } from '../../generators/seeded.js';
import { clausesWith, runAgainstMock } from '../quick/end-to-end/run-against.js';

interface ForeignMerge {
  readonly id: string;
  readonly told: string;
  readonly key: (subject: string) => string;
}

/** This file runs from dist/tests/matrices/. */
const built = new URL('../../../tests/matrices/foreign-merges/dist/foreign-merges.js', import.meta.url);
const isRequired = process.env.BYOC_FIXTURES === 'required';
const skip = existsSync(built) || isRequired ? false : 'the package in tests/matrices/foreign-merges is not built';

async function foreignMerges(): Promise<readonly ForeignMerge[]> {
  // Another package, compiled by itself: its types end at this line.
  const { allForeignMerges: all }: { readonly allForeignMerges: readonly ForeignMerge[] } = await import(built.href);
  return all;
}

const subjectsOf = (budget: number): readonly string[] =>
  packCarriers(selectRelations(budget), (name) => `byoc-4f2a91-${name}`).flatMap(({ base, variants }: Carrier) => [
    base,
    ...variants.map(({ subject }) => subject),
  ]);

/** Whether two of the subjects come back as one. */
function isFound({ key }: ForeignMerge, subjects: readonly string[]): boolean {
  const seen = new Set<string>();
  return [...new Set(subjects)].some((subject) => {
    const own = key(subject);
    return seen.has(own) || !seen.add(own);
  });
}

/** In an order that the seed decides. */
const drawn = (all: readonly ForeignMerge[], count: number, seed: number): readonly ForeignMerge[] =>
  [...all].sort((a, b) => seededInteger(seed, `draw ${a.id}`) - seededInteger(seed, `draw ${b.id}`)).slice(0, count);

const levels = [
  { level: 'standard', budget: standardBudget, ofAll: 0.83, ofHundred: 83 },
  { level: 'deep', budget: Number.POSITIVE_INFINITY, ofAll: 0.97, ofHundred: 96 },
] as const;

for (const { level, budget, ofAll, ofHundred } of levels) {
  test(`level ${level} shows foreign merges`, { skip }, async (t) => {
    const all = await foreignMerges();
    const subjects = subjectsOf(budget);
    const missed = new Set(all.filter((merge) => !isFound(merge, subjects)));
    const hundred = drawn(all, 100, 1).filter((merge) => !missed.has(merge)).length;
    t.diagnostic(`${all.length - missed.size} of ${all.length}, ${hundred} of 100 drawn`);
    for (const { id, told } of missed) t.diagnostic(`not shown: ${id}: ${told}`);
    assert.ok(1 - missed.size / all.length >= ofAll, `${all.length - missed.size} of ${all.length}`);
    assert.ok(hundred >= ofHundred, `${hundred} of 100`);
  });
}

test('what a relation shows a run finds under its clause', { skip }, async (t) => {
  const subjects = subjectsOf(standardBudget);
  const shown = drawn(await foreignMerges(), 100, 2).filter((merge) => isFound(merge, subjects));
  const clause = 'behaviour/different-pair/subject';
  for (const { id, told, key } of shown.slice(0, 12)) {
    await t.test(`${id}: ${told}`, async () => {
      const fault = `foreign/${id.replace('/', '-')}`;
      const behaviour = (): Behaviour => ({ keys: ([channel, subject]) => [channel, key(subject)] });
      const remove = extendMock({ faults: [{ id: fault, summary: told, clause, minLevel: 'standard', behaviour }] });
      try {
        // An extension's id is known to the mock alone.
        const record = await runAgainstMock({ faults: [fault as FaultId] }, { only: ['behaviour/different-pair'] });
        assert.ok(clausesWith(record, 'nonconformant').includes(clause), 'not found');
      } finally {
        remove();
      }
    });
  }
});
