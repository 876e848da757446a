/** A search finds the lowest failing case and makes it small, the same for a seed however the answers are timed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SearchResult, search } from '../../../../engine/service/search.js';
import { fc } from '../../../../generators/fast-check.js';

const options = { seed: 5, runs: 100, concurrency: 8, shrinks: 200 };
const numbers = fc.nat({ max: 1_000 });
const drawn = fc.sample(numbers, { seed: options.seed, numRuns: options.runs });

type Passes = (value: number, execution: string) => boolean;

/** By the value that fails and by when: an execution of the search has a plain number, one alone has two. */
const rows: readonly (readonly [
  what: string,
  passes: Passes,
  found: 'nothing' | 'smallest 500' | 'in company only',
])[] = [
  ['nothing', () => true, 'nothing'],
  ['every value from 500 on', (value) => value < 500, 'smallest 500'],
  ['in the search, and never alone', (value, execution) => execution.includes('-') || value < 500, 'in company only'],
  ['the last of all', (value, execution) => execution.includes('-') || value !== drawn.at(-1), 'in company only'],
];

for (const [what, passes, found] of rows) {
  test(`a search in which there fails ${what}`, async () => {
    const result = await search(numbers, (value, name) => Promise.resolve(passes(value, name)), options);
    const expected = drawn.findIndex((value, index) => !passes(value, String(index)));
    if (found === 'nothing') return assert.deepEqual(result, { found: false });
    assert.ok(result.found);
    assert.equal(result.index, expected);
    assert.equal(result.path.split(':')[0], String(expected));
    assert.equal(result.smallest, found === 'smallest 500' ? 500 : undefined);
  });
}

test('however the answers take turns, and however many are in flight, the same case is found', async () => {
  const results: SearchResult<number>[] = [];
  for (const concurrency of [1, 3, 32]) {
    for (const turns of [(value: number) => value % 5, (value: number) => 4 - (value % 5)]) {
      const slowly = async (value: number): Promise<boolean> => {
        for (let left = turns(value); left > 0; left -= 1) await nextTurn();
        return value < 700;
      };
      results.push(await search(numbers, slowly, { ...options, concurrency }));
    }
  }
  for (const result of results) assert.deepEqual(result, results[0]);
  assert.ok(results[0]?.found);
});

test('a path leads to the smallest case again', async () => {
  const result = await search(numbers, (value) => Promise.resolve(value < 500), options);
  assert.ok(result.found);
  const again = fc.check(
    fc.property(numbers, (value) => value < 500),
    { seed: options.seed, path: result.path, numRuns: 1, endOnFailure: true },
  );
  assert.deepEqual((await again).counterexample, [result.smallest]);
});

test('no more are in flight than allowed, every execution has its own name, and a failure ends the drawing', async () => {
  let [underWay, most] = [0, 0];
  const names: string[] = [];
  const result = await search(
    numbers,
    async (value, name) => {
      names.push(name);
      underWay += 1;
      most = Math.max(most, underWay);
      await nextTurn();
      underWay -= 1;
      return value < 500;
    },
    { ...options, concurrency: 4 },
  );
  assert.ok(result.found);
  assert.equal(most, 4);
  assert.equal(new Set(names).size, names.length);
  const drawnInAll = names.filter((name) => !name.includes('-')).length;
  assert.ok(drawnInAll <= result.index + 4, `${drawnInAll} were drawn to find case ${result.index}`);
});
