/** The clauses as data: ids unique and well formed, places known, statements of one sentence, look-up by id. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clause } from '../../../../schemas/clauses/clause.js';
import { clauseOf, clauses, isClauseId } from '../../../../schemas/clauses/clauses.js';

const all: readonly Clause[] = clauses;

test('no id comes twice, and none is the beginning of another', () => {
  const ids = all.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) {
    const below = ids.filter((other) => other.startsWith(`${id}/`));
    assert.deepEqual(below, [], `${id} could not be chosen alone with --only`);
  }
});

test('every id is a path of lower-case words', () => {
  for (const { id } of all)
    assert.match(id, /^(?:operation|headers|body|answer|behaviour)(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){1,4}$/);
});

test('the first word of an id fits its place', () => {
  const sections = {
    operation: 'Operation',
    headers: 'Headers',
    body: 'Body',
    answer: 'Answer',
    behaviour: 'Behaviour',
  };
  for (const { id, place } of all) {
    const section = Object.entries(sections).find(([word]) => id.startsWith(`${word}/`))?.[1];
    assert.equal(place.split(' › ')[0], section, id);
  }
});

test('clauses of one place stand together', () => {
  const runs = all.map(({ place }) => place).filter((place, index, places) => place !== places[index - 1]);
  assert.deepEqual(runs, [...new Set(runs)]);
});

test('every statement is one sentence, and no two are alike', () => {
  for (const { id, statement } of all) {
    assert.match(statement, /^[A-Z][^\n]*[a-zA-Z0-9]\.$/, id);
    assert.doesNotMatch(statement, /[.!?] +[A-Z]/, id);
    assert.ok(statement.length <= 140, `${id} is long: ${statement.length}`);
  }
  assert.equal(new Set(all.map(({ statement }) => statement)).size, all.length);
});

test('a clause is found by its id and by no other text', () => {
  for (const clause of clauses) assert.equal(clauseOf(clause.id), clause);
  for (const other of [
    '',
    'headers',
    'headers/org-id',
    'headers/org-id/length/',
    'HEADERS/ORG-ID/LENGTH',
    '__proto__',
  ]) {
    assert.equal(isClauseId(other), false, other);
  }
});
