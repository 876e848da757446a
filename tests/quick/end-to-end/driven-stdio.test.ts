/** Two rows of tests/matrices/driven-stdio.test.ts that end soon. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertDriven, drivenRows, titleOf } from './driven-rows.js';

const sample = drivenRows.filter((row) => ['exits midway', 'supports nothing'].includes(titleOf(row)));
assert.equal(sample.length, 2);
for (const row of sample) test(`asked by lines of JSON: ${titleOf(row)}`, (t) => assertDriven(t, row));
