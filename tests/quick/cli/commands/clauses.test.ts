/** Holds the command `clauses`: every clause in the table and in the JSON. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauses, clausesOf, editionsOf } from '../../../../schemas/clauses/clauses.js';
import { runCommandLine } from '../stand-ins.js';

test('the table has a line for each clause under one head, in columns', async (t) => {
  const { code, stdout, stderr } = await runCommandLine(t, ['clauses']);
  const [head = '', ...lines] = stdout.trimEnd().split('\n');
  assert.equal(code, 0);
  assert.equal(stderr, '');
  assert.match(head, /^CLAUSE +PLACE +OWES +SURENESS +EDITIONS +STATEMENT$/);
  const columns = ['PLACE', 'OWES', 'SURENESS', 'EDITIONS', 'STATEMENT'].map((name) => head.indexOf(name));
  assert.equal(lines.length, clauses.length);
  clauses.forEach((clause, index) => {
    const line = lines[index] ?? '';
    const cells = [clause.place, clause.owes, clause.sureness, editionsOf(clause).join(' '), clause.statement];
    assert.ok(line.startsWith(`${clause.id} `));
    for (const [column, cell] of cells.entries()) assert.ok(line.startsWith(cell, columns[column]), line);
  });
});

test('the JSON is the clauses themselves, each with its editions', async (t) => {
  const { code, stdout } = await runCommandLine(t, ['clauses', '--json']);
  assert.equal(code, 0);
  assert.deepEqual(
    JSON.parse(stdout),
    clauses.map((clause) => ({ ...clause, editions: editionsOf(clause) })),
  );
});

test('with an edition only its clauses are listed; an edition that there is not is refused', async (t) => {
  const { code, stdout } = await runCommandLine(t, ['clauses', '--edition', '65.0']);
  assert.equal(code, 0);
  assert.equal(stdout.trimEnd().split('\n').length, clausesOf('65.0').length + 1);
  assert.match(stdout, /^body\/json\/object /m);
  assert.doesNotMatch(stdout, /^body\/multipart/m);
  const wrong = await runCommandLine(t, ['clauses', '--edition', '65']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /--edition must be 61\.0 or 65\.0, not "65"/);
});
