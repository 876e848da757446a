/** docs/connector-faults.md has every fault of the examples with its clauses, and its words are compared without what changes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { readFaults } from '../../../tools/connector-faults/fault-list.js';
import { languageOf } from '../../../tools/connector-faults/languages.js';
import { connectorFaultsPage, lasting } from '../../../tools/connector-faults/page.js';

test('the page has one row for each clause of each fault, and no other row', async () => {
  const page = await readFile(new URL('../../../../docs/connector-faults.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([^`]+)`: .*? \| ([^|]+) \| `([^`]+)` \| `([^`]+)` \|/gm)].map((row) =>
    row.slice(1),
  );
  const expected = readFaults().flatMap(({ fault, connector, scenario, clauses }) =>
    [...clauses].sort().map((clause) => [fault, languageOf(connector).name, scenario, clause]),
  );
  assert.deepEqual(rows, expected, 'make it fresh: node dist/tools/connector-faults.js');
});

test('markup in the words of the gate stays in its cell', () => {
  const [fault] = readFaults();
  assert.ok(fault);
  const words = [{ clause: 'headers/org-id/length', got: 'a | b <script>', advice: '*' }];
  const page = connectorFaultsPage([{ fault, language: 'Node', words }]);
  assert.ok(page.endsWith('| a \\| b \\<script\\> | \\* |\n'), page);
});

test('identifiers, times and numbers do not make two texts differ, all else does', () => {
  const one = 'Request 1 with 7d9f2f0e-3c52-4a0b-9a51-8d1c6e2b4f30 of 00DQzON57aintRZEAA came after 0.03 s or 6 ms.';
  const other = 'Request 12 with 257af27ad42642658abd752064a7e2de of 00DQzTV50WAbPEO came after 10.00 s or 12 ms.';
  assert.equal(lasting(one), lasting(other));
  assert.equal(lasting(one), 'Request (number) with (GUID) of (org id) came after (time) or (time).');
  assert.notEqual(lasting(one), lasting(one.replace('came', 'went')));
});
