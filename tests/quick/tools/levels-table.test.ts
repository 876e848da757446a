/** The table of levels: its counts are those that a run really sends, its columns sum up. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createMock } from '../../../endpoints/mock/mock.js';
import { runConformance } from '../../../engine/service/run-conformance.js';
import { levels } from '../../../engine/service/run-options.js';
import { levelsTable, plannedRequests } from '../../../tools/levels-table.js';

const seed = 7;

test('a run of the mock sends what was planned, place by place', async (t) => {
  const mock = await createMock();
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  const planned = await plannedRequests('smoke', mock.credentials, seed, 16);
  const record = await runConformance({
    target: { kind: 'embedded mock', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: [] },
    level: 'smoke',
    layout: 'parts',
    edition: '61.0',
    seed,
    only: [],
    concurrency: 16,
  });
  assert.equal(record.verdict, 'conformant');
  const sent = new Map<string, number>();
  for (const { file, requests } of record.specs) sent.set(file, (sent.get(file) ?? 0) + requests);
  assert.deepEqual(
    planned.places.map(({ name, requests }) => [name, requests]),
    [...sent],
  );
  assert.equal(planned.plan.requests, record.requests);
});

/** That it is what the tool makes is held by generated-files.test.ts. */
const readme = new URL('../../../../README.md', import.meta.url);

test('each column of the table in README.md sums up to the plan', async () => {
  const [, table = ''] = /<!-- generated: levels -->\s*(.*?)\s*<!--/s.exec(await readFile(readme, 'utf8')) ?? [];
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const total = rows.findIndex(([name]) => name === 'All');
  assert.ok(total > 1);
  for (const column of [1, ...levels.map((_, index) => index + 2)]) {
    const numbers = rows.slice(0, total + 1).map((row) => Number((row[column] ?? '').replaceAll(',', '')));
    const all = numbers.pop();
    assert.ok((all ?? 0) > 0);
    assert.equal(
      numbers.reduce((sum, value) => sum + value, 0),
      all,
      `column ${column}`,
    );
  }
});

test('a place without requests at a level shows 0, large numbers are grouped', () => {
  const plan = (requests: number) => ({
    places: [{ name: 'A | B', tests: 1, requests }],
    firstControls: 1,
    plan: { requests: requests + 1, conversations: 1, specs: 1 },
  });
  const table = levelsTable([plan(0), plan(10), plan(12_000)]);
  assert.match(table, /^\| A \\\| B \| 1 \| 0 \| 10 \| 12,000 \|$/m);
  assert.match(table, /^\| All \| 1 \| 1 \| 11 \| 12,001 \|$/m);
  assert.match(table, /--rate 20.*\| 1 \| 1 \| 601 \|$/m);
});
