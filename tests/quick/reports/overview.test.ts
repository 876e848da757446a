/** Counts, groups and the order of failures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overviewOf } from '../../../reports/overview.js';
import { sampleRecord } from './sample-record.js';

test('every verdict is counted and the counts add up to all clauses', () => {
  const record = sampleRecord();
  const { counts } = overviewOf(record);
  assert.equal(counts.get('nonconformant'), 4);
  assert.deepEqual(new Set(record.clauses.map((clause) => clause.verdict)), new Set(counts.keys()));
  assert.equal(
    Array.from(counts.values()).reduce((sum, count) => sum + count, 0),
    record.clauses.length,
  );
});

test('what harms people most comes first, then what is stated, implied, assumed', () => {
  const { failures } = overviewOf(sampleRecord());
  assert.deepEqual(
    failures.map((finding) => finding.clause),
    [
      'behaviour/different-pair/subject',
      'headers/org-id/length',
      'body/multipart/well-formed',
      'answer/refusal/no-markup',
    ],
  );
});

test('of equal clauses the one with more failing cases comes first', () => {
  const record = sampleRecord();
  const [finding] = record.findings;
  assert.ok(finding);
  const findings = [
    { ...finding, id: 'few', count: 1 },
    { ...finding, id: 'many', count: 9 },
  ];
  assert.deepEqual(
    overviewOf({ ...record, findings }).failures.map(({ id }) => id),
    ['many', 'few'],
  );
});

test('clauses are grouped by place in the order of the record, none lost', () => {
  const record = sampleRecord();
  const { groups } = overviewOf(record);
  assert.equal(groups[0]?.clauses.length, 2);
  assert.deepEqual(
    groups.flatMap((group) => group.clauses.map(({ id }) => id)),
    record.clauses.map(({ id }) => id),
  );
});
