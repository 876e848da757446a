/** The editions as data: ids, their order, ranges of them, and which clauses hold where. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauses, clausesOf, editionsOf, holdsIn } from '../../../../schemas/clauses/clauses.js';
import { compareEditions, isWithin } from '../../../../schemas/editions/edition.js';
import { defaultEdition, editionIds, editionOf, isEditionId } from '../../../../schemas/editions/editions.js';
import { defaultLayoutOf, layoutsOf, mediaTypeOf } from '../../../../schemas/operations/operations.js';

test('the specification is the default, in the layout parts', () => {
  assert.equal(defaultEdition, '61.0');
  assert.equal(defaultLayoutOf(defaultEdition), 'parts');
  assert.deepEqual(layoutsOf('61.0'), ['parts', 'json-part']);
  assert.equal(mediaTypeOf('61.0'), 'multipart/form-data');
});

test('the later edition takes JSON, and 202 is only what its pages name', () => {
  assert.equal(defaultLayoutOf('65.0'), 'json');
  assert.equal(mediaTypeOf('65.0'), 'application/json');
  assert.equal(editionOf('65.0').documentedStatus, 202);
});

test('editions have an order by their numbers, not by their letters', () => {
  const ids = ['100.0', '61.1', '9.0', '61.0'];
  assert.deepEqual([...ids].sort(compareEditions), ['9.0', '61.0', '61.1', '100.0']);
  assert.deepEqual([...editionIds].sort(compareEditions), editionIds);
});

const ranges: readonly (readonly [range: object, within: readonly string[]])[] = [
  [{}, ['61.0', '63.0', '65.0', '66.0']],
  [{ from: '65.0' }, ['65.0', '66.0']],
  [{ until: '63.0' }, ['61.0', '63.0']],
  [{ from: '62.0', until: '65.0' }, ['63.0', '65.0']],
];

for (const [range, within] of ranges) {
  test(`the range ${JSON.stringify(range)}`, () => {
    const found = ['61.0', '63.0', '65.0', '66.0'].filter((edition) => isWithin(range, edition));
    assert.deepEqual(found, within);
  });
}

test('only ids of editions are taken for one', () => {
  assert.deepEqual(['61.0', '65.0', '61', '66.0', '', '__proto__'].map(isEditionId), [
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('every clause holds in at least one edition, and each edition has clauses of its own and shared ones', () => {
  for (const clause of clauses) assert.ok(editionsOf(clause).length > 0, clause.id);
  for (const edition of editionIds) {
    assert.ok(
      clausesOf(edition).some(({ id }) => editionIds.every((other) => other === edition || !holdsIn(id, other))),
    );
    assert.ok(clausesOf(edition).some(({ id }) => editionIds.every((other) => holdsIn(id, other))));
  }
});

test('what is multipart is no part of the later edition', () => {
  const later = clausesOf('65.0').map(({ id }): string => id);
  for (const id of [
    'body/multipart/well-formed',
    'headers/content-type/boundary',
    'headers/content-type/media-type',
    'body/participants/json',
    'body/participants/every-entry',
  ]) {
    assert.ok(!later.includes(id), id);
  }
});
