/** Counts, groups and the order of failures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overviewOf } from '../../../reports/overview.js';
import { mendsWords } from '../../../reports/root-cause-words.js';
import type { FindingRecord } from '../../../schemas/record/run-record.js';
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

test('failures of one root cause stand together, with their clauses and cases', () => {
  const record = sampleRecord();
  const [finding] = record.findings;
  assert.ok(finding?.violation);
  const rootCause = { kind: 'refused with another status', status: 500, shape: 'text/html' } as const;
  const other = { ...finding, id: 'other', clause: 'headers/org-id/characters', rootCause, count: 2 };
  const violated = { clause: other.clause, slug: 'x' };
  const findings: FindingRecord[] = [
    { ...finding, id: 'one', rootCause, count: 5 },
    { ...finding, id: 'alone', count: 4 },
    { ...other, violation: violated },
    // What the answers to those cases break as well.
    { ...other, id: 'status', clause: 'answer/refusal/status', violation: violated, count: 7 },
  ];
  const { failureGroups, failures } = overviewOf({ ...record, findings });
  assert.deepEqual(
    failureGroups.map(({ shown, others, cases }) => [shown.id, others.map(({ id }) => id), cases]),
    [
      ['one', ['status', 'other'], 7],
      ['alone', [], 4],
    ],
  );
  assert.deepEqual(failureGroups[0]?.clauses, [
    'headers/org-id/length',
    'answer/refusal/status',
    'headers/org-id/characters',
  ]);
  assert.equal(failures.length, findings.length);
  assert.equal(mendsWords({ failures, failureGroups }), '4 failures, but 2 things to mend.');
});

test('a failure that shares its root cause with none is told as it is', () => {
  const { failures, failureGroups } = overviewOf(sampleRecord());
  assert.ok(failureGroups.every(({ rootCause }) => rootCause === undefined));
  assert.equal(mendsWords({ failures, failureGroups }), undefined);
});
