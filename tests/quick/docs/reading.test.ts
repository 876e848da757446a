/** Holds that every clause that rests on docs/reading.md points at a section that is there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Clause } from '../../../schemas/clauses/clause.js';
import { clauses } from '../../../schemas/clauses/clauses.js';
import { anchorsOf } from './markdown.js';

const anchors = anchorsOf(readFileSync(new URL('../../../../docs/reading.md', import.meta.url), 'utf8'));
const all: readonly Clause[] = clauses;

test('the section that a clause names is on the page', () => {
  const named = all.filter(({ reading }) => reading !== undefined);
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter(({ reading = '' }) => !anchors.includes(reading)).map(({ id, reading }) => `${id}: #${reading}`),
    [],
  );
});

test('what the text does not say is said on the page: every assumed clause names its section', () => {
  assert.deepEqual(
    all.filter(({ sureness, reading }) => sureness === 'assumed' && reading === undefined).map(({ id }) => id),
    [],
  );
});

test('every anchor of the page is there once', () => {
  assert.equal(new Set(anchors).size, anchors.length);
});
