/** Holds the command `clauses`: every clause in the table and in the JSON. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauses } from '../../../schemas/clauses.js';
import { runCommandLine } from '../stand-ins.js';

test('the table has a line for each clause under one head, in columns', async (t) => {
  const { code, stdout, stderr } = await runCommandLine(t, ['clauses']);
  const [head = '', ...lines] = stdout.trimEnd().split('\n');
  assert.equal(code, 0);
  assert.equal(stderr, '');
  assert.match(head, /^CLAUSE +PLACE +OWES +SURENESS +STATEMENT$/);
  const columns = ['PLACE', 'OWES', 'SURENESS', 'STATEMENT'].map((name) => head.indexOf(name));
  assert.equal(lines.length, clauses.length);
  clauses.forEach((clause, index) => {
    const line = lines[index] ?? '';
    const cells = [clause.place, clause.owes, clause.sureness, clause.statement];
    assert.ok(line.startsWith(`${clause.id} `));
    for (const [column, cell] of cells.entries()) assert.ok(line.startsWith(cell, columns[column]), line);
  });
});

test('the JSON is the clauses themselves', async (t) => {
  const { code, stdout } = await runCommandLine(t, ['clauses', '--json']);
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(stdout), clauses);
});
