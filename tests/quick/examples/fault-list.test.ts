/** The faults of the examples: enough of them, in each language, and each edit fits the connector as it stands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { connectorsFolder, readFaults } from '../../../tools/connector-faults/fault-list.js';
import { languages } from '../../../tools/connector-faults/languages.js';

const faults = readFaults();

test('each edit of a fault is found exactly once in its connector', () => {
  for (const { fault, connector, edits } of faults) {
    let text = readFileSync(join(connectorsFolder, connector), 'utf8');
    for (const { right, wrong } of edits) {
      assert.equal(text.split(right).length, 2, `${fault}: ${right}`);
      text = text.replace(right, () => wrong);
    }
  }
});

test('there are at least twelve faults, at least two in each language, and no name twice', () => {
  assert.ok(faults.length >= 12);
  for (const { connector } of languages) {
    assert.ok(faults.filter((fault) => fault.connector === connector).length >= 2, connector);
  }
  assert.equal(new Set(faults.map(({ fault }) => fault)).size, faults.length);
});

test('an entry that is not as it should be is named', () => {
  const entry =
    '- {fault: a, connector: b, mistake: c, edits: [{right: d, wrong: e}], scenario: all-well, clauses: [%]}';
  assert.equal(readFaults(entry.replace('%', 'headers/org-id/length'))[0]?.fault, 'a');
  assert.throws(
    () => readFaults(entry.replace('%', 'headers/org-id/size')),
    /entry 1 of faults.yaml.*headers\/org-id\/size/,
  );
  assert.throws(() => readFaults(entry.replace('%', '').replace('all-well', 'sunny')), /unknown scenario: sunny/);
  assert.throws(() => readFaults(entry.replace('%', '')), /clauses of entry 1 .* empty/);
});
