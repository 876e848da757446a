/** What a small budget sends: real violations of the catalogue, distinct subjects that must work. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellingSubjects } from '../../../../../engine/service/budget/subjects.js';
import { tellingViolations, violationsByTelling } from '../../../../../engine/service/budget/violations.js';
import { isOdd } from '../../../../../generators/identities/odd.js';
import { violationsOf } from '../../../../../generators/violations/catalogue.js';
import { clausesOf } from '../../../../../schemas/clauses/clauses.js';
import { plainBasis, plainBasisIn } from '../../../generators/some-basis.js';

const word = (name: string): string => `byoc-abc123-${name}`;
const subjects = tellingSubjects(word('first-control'), word);

test('every violation that tells most is one of the catalogue', () => {
  const all = [plainBasis, plainBasisIn('json')].flatMap((basis) => violationsOf(basis));
  const known = new Set(all.map(({ clause, slug }) => `${clause}: ${slug}`));
  const told = Object.entries(tellingViolations).flatMap(([clause, slugs]) => slugs.map((one) => `${clause}: ${one}`));
  assert.deepEqual(
    told.filter((one) => !known.has(one)),
    [],
  );
});

test('the first violations are one of each clause, and none of the catalogue is lost', () => {
  const all = violationsOf(plainBasis);
  const ordered = violationsByTelling(plainBasis);
  const clauses = new Set(all.map(({ clause }) => clause));
  assert.equal(new Set(ordered.slice(0, clauses.size).map(({ clause }) => clause)).size, clauses.size);
  assert.equal(ordered.length, all.length);
  const named = new Set<string>(Object.keys(tellingViolations));
  const unnamed = [...clauses].filter((clause) => !named.has(clause));
  assert.deepEqual(unnamed, [], 'a clause of 61.0 without a most telling violation');
  assert.ok(clausesOf('61.0').length > clauses.size);
});

test('the subjects are distinct, and all but the one of 256 letters must work', () => {
  assert.equal(new Set(subjects.map(({ subject }) => subject)).size, subjects.length);
  assert.ok(subjects.every(({ subject }) => subject !== word('first-control')));
  assert.deepEqual(
    subjects.filter(({ subject }) => isOdd(subject)).map(({ subject }) => subject.length),
    [256],
  );
});
