/** docs/kill-matrix.md: every fault has one row under the place of its clause, every variant one row. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fault, faults } from '../../../endpoints/mock/faults.js';
import { variants } from '../../../endpoints/mock/variants.js';
import { clauseOf } from '../../../schemas/clauses/clauses.js';
import { killMatrixTable } from '../../../tools/kill-matrix-table.js';

test('every fault has one row, under its place, and every variant one', () => {
  const page = killMatrixTable();
  const sections = page.split('\n### ');
  for (const { id, clause, minLevel } of faults) {
    const found = sections.filter((section) => section.includes(`\n| \`${id}\` |`));
    assert.equal(found.length, 1, id);
    assert.ok(found[0]?.startsWith(`${clauseOf(clause).place} (`), id);
    assert.match(found[0] ?? '', new RegExp(`\`${id}\` \\|.*\\| \`${clause}\` \\| ${minLevel} \\|`));
  }
  for (const { id } of variants) assert.equal(page.split(`\n| \`${id}\` |`).length, 2, id);
});

test('the counts at the head are those of the rows', () => {
  const page = killMatrixTable();
  assert.match(page, new RegExp(`The mock has ${faults.length} faults.*${variants.length} variants`));
  const counts = [...page.matchAll(/^\| (?:smoke|standard|deep) \| (\d+) \|$/gm)].map(([, count]) => Number(count));
  assert.equal(counts.length, 3);
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    faults.length,
  );
});

test('a clause without a fault is named, and markup in a summary stays in its cell', () => {
  const [fault] = faults;
  assert.ok(fault);
  const odd: Fault = { ...fault, id: 'odd/one', summary: 'Breaks | *everything*.' };
  const page = killMatrixTable([odd], []);
  assert.ok(page.includes('| `odd/one` | Breaks \\| \\*everything\\*. |'), page);
  assert.match(page, /Without a fault: .*`headers\/org-id\/length` \(owed by: both\)/);
  assert.doesNotMatch(page, new RegExp(`Without a fault: .*\`${fault.clause}\``));
});
