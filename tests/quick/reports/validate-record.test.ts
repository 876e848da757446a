/** The published schema accepts a full record and names what is wrong in another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateRecord } from '../../../reports/validate-record.js';
import { connectorRecord } from './one-of-everything.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

test('full records fit the schema, also after a way through JSON', () => {
  for (const record of [sampleRecord(), conformantRecord(), connectorRecord()]) {
    const check = validateRecord(JSON.parse(JSON.stringify(record)));
    assert.deepEqual(check, { ok: true, record });
  }
});

test('an error names the place and what it should be', () => {
  const check = validateRecord({ ...sampleRecord(), seed: 'forty-two', extra: 1 });
  assert.equal(check.ok, false);
  assert.deepEqual(
    new Set(check.errors),
    new Set(['/seed must be integer', 'the run record must NOT have additional properties: extra']),
  );
});

test('each kind of target is held to its own shape', () => {
  const ofConnector = validateRecord({ ...connectorRecord(), level: 'standard' });
  assert.deepEqual(ofConnector, { ok: false, errors: ['the run record must NOT have additional properties: level'] });
  const { level: _, ...rest } = sampleRecord();
  assert.deepEqual(validateRecord(rest), {
    ok: false,
    errors: ["the run record must have required property 'level'"],
  });
  assert.equal(validateRecord({ ...sampleRecord(), judges: 'nobody' }).ok, false);
});

test('a file of another kind gives a bounded list of plain errors', () => {
  for (const value of [null, 7, 'text', [], {}]) assert.equal(validateRecord(value).ok, false);
  const check = validateRecord({
    ...sampleRecord(),
    warnings: Array.from({ length: 500 }, () => 7),
    '\u001b[31m': 1,
  });
  assert.equal(check.ok, false);
  assert.equal(check.errors.length, 21);
  assert.match(check.errors.at(-1) ?? '', /^and \d+ more$/);
  assert.doesNotMatch(check.errors.join(''), /\p{Cc}/u);
});
