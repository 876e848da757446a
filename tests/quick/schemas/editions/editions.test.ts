/** The editions as data: ids, layouts that belong to one edition each, and which clauses hold where. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauses, clausesOf, editionsOf, holdsIn } from '../../../../schemas/clauses/clauses.js';
import {
  defaultEdition,
  defaultLayoutOf,
  editionIds,
  editionOf,
  editionOfLayout,
  isEditionId,
  layouts,
  layoutsOf,
} from '../../../../schemas/editions/editions.js';

test('the specification is the default, in the layout parts', () => {
  assert.equal(defaultEdition, '61.0');
  assert.equal(defaultLayoutOf(defaultEdition), 'parts');
  assert.deepEqual(layoutsOf('61.0'), ['parts', 'json-part']);
  assert.equal(editionOf('61.0').mediaType, 'multipart/form-data');
});

test('the later edition takes JSON, and 202 is only what its pages name', () => {
  assert.equal(defaultLayoutOf('65.0'), 'json');
  assert.equal(editionOf('65.0').mediaType, 'application/json');
  assert.equal(editionOf('65.0').documentedStatus, 202);
});

test('every layout belongs to one edition', () => {
  for (const layout of layouts) {
    const owners = editionIds.filter((id) => layoutsOf(id).includes(layout));
    assert.deepEqual(owners, [editionOfLayout(layout)]);
  }
});

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
