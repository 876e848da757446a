/** The committed list of ids: nothing vanishes from it, changes its meaning or comes back from retirement unseen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseOf, clauses } from '../../../schemas/clauses/clauses.js';
import { editions } from '../../../schemas/editions/editions.js';
import { operations } from '../../../schemas/operations/operations.js';
import { problemsOfIds } from '../../../tools/generated-files.js';
import { idProblems, idsOf, mergedIds } from '../../../tools/ids.js';
import { noOperation } from '../../../wire/received.js';

const inUse = idsOf(clauses, operations, editions);
const first = clauseOf('operation/endpoint');

test('the contract keeps what the committed list says', async () => {
  assert.deepEqual(await problemsOfIds(), []);
});

test('a clause, an operation and an edition that went away are told, and stay listed', () => {
  const less = idsOf(clauses.slice(1), [], editions.slice(1));
  const problems = idProblems(inUse, less);
  assert.equal(problems.length, 3);
  for (const [index, id] of [first.id, 'establish-conversation', '61.0'].entries()) {
    assert.match(problems[index] ?? '', new RegExp(`^The id ${id} of docs/ids.json .* is gone`));
  }
  const merged = mergedIds(inUse, less);
  assert.deepEqual(merged.clauses.at(-1), inUse.clauses[0]);
  assert.deepEqual(idProblems(merged, less), problems, 'generating once more does not make the loss go away');
});

test('a renamed clause is told as gone, and its new id is listed', () => {
  const renamed = idsOf([{ ...first, id: 'operation/renamed' }, ...clauses.slice(1)], operations, editions);
  assert.match(idProblems(inUse, renamed).join(), new RegExp(`^The id ${first.id} .* is gone`));
  assert.equal(mergedIds(inUse, renamed).clauses[0]?.id, 'operation/renamed');
});

test('what an id stands for may not change', () => {
  const [operation] = operations;
  const other = idsOf(
    [{ ...first, owes: 'service' }, ...clauses.slice(1)],
    [{ ...operation, path: 'v2/conversation' }],
    editions,
  );
  const problems = idProblems(inUse, other).join('\n');
  assert.match(problems, new RegExp(`${first.id} .* \\(owes: ${first.owes} before, service now\\)`));
  assert.match(problems, /establish-conversation .* \(path: v1\/conversation before, v2\/conversation now\)/);
  assert.equal(mergedIds(inUse, other).clauses[0]?.owes, first.owes, 'the list is not overwritten');
});

test('a statement may be reworded', () => {
  const reworded = clauses.map((clause) => ({ ...clause, statement: 'Other words.' }));
  assert.deepEqual(idProblems(inUse, idsOf(reworded, operations, editions)), []);
});

test('a retired id is no problem until it is used again', () => {
  const retired = {
    ...inUse,
    clauses: inUse.clauses.map((one) => ({ ...one, ...(one.id === first.id ? { retired: 'x' } : {}) })),
  };
  assert.deepEqual(idProblems(retired, idsOf(clauses.slice(1), operations, editions)), []);
  assert.match(idProblems(retired, inUse).join(), /is retired and in use again/);
});

test('no operation has the id of a call that is none', () => {
  const words: readonly string[] = Object.values(noOperation);
  assert.deepEqual(
    operations.filter(({ id }) => words.includes(id)),
    [],
  );
});
