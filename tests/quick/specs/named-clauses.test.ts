/** A spec file says what it judges: every clause that a service owes stands in a row, and no row names anything else. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clauses, isClauseId } from '../../../schemas/clauses/clauses.js';

const folder = new URL('../../../specs/', import.meta.url);

/** Ids of clauses are the texts in the rows that have a slash in them, the paths of imports aside. */
const named: ReadonlySet<string> = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.js'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8').replaceAll(/^import .*$/gm, ''))
    .flatMap((source) => [...source.matchAll(/'([a-z0-9-]+(?:\/[a-z0-9-]+)+)'/g)].map(([, id = '']) => id)),
);

test('every clause that a service owes is named by a row of a spec file', () => {
  const owed = clauses.filter(({ owes }) => owes !== 'connector').map(({ id }) => id);
  assert.deepEqual(
    owed.filter((id) => !named.has(id)),
    [],
  );
  assert.ok(owed.length > 40);
});

test('every id in a row is that of a clause', () => {
  assert.deepEqual(
    [...named].filter((id) => !isClauseId(id)),
    [],
  );
});
