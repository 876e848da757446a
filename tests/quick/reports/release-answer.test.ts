/** YES only for what was judged whole and conforms; one proven failure is a NO. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseAnswer } from '../../../reports/release-words.js';
import { warningsOf } from '../../../reports/warnings.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

test('a conformant run with exit code 0 is a YES', () => {
  const { word, reason } = releaseAnswer(conformantRecord());
  assert.equal(word, 'YES');
  assert.equal(reason, conformantRecord().reason);
});

test('a nonconformant run is a NO, also when it was cut short', () => {
  assert.equal(releaseAnswer(sampleRecord({ cutShort: true })).word, 'NO');
  assert.equal(releaseAnswer(sampleRecord({ cutShort: false })).word, 'NO');
});

test('cut short, inconclusive, an expired waiver or a fault of the suite leave it undecided', () => {
  const record = conformantRecord();
  for (const changes of [
    { cutShort: true },
    { verdict: 'inconclusive', exitCode: 3 },
    { exitCode: 4 },
    { exitCode: 5 },
  ] as const) {
    assert.equal(releaseAnswer({ ...record, ...changes }).word, 'UNDECIDED');
  }
});

test('an undecided answer names its cause once', () => {
  const record = { ...conformantRecord(), verdict: 'inconclusive', exitCode: 3, cause: 'unreachable' } as const;
  assert.equal(
    releaseAnswer({ ...record, reason: 'Nothing could be judged.' }).reason,
    'Nothing could be judged (unreachable).',
  );
  assert.equal(releaseAnswer({ ...record, reason: 'The host is unreachable.' }).reason, 'The host is unreachable.');
});

test('warnings name every limit of the run, and none without a limit', () => {
  const text = warningsOf(sampleRecord()).join('\n');
  for (const words of [
    'cut short',
    'embedded mock',
    'org-id-any-length',
    '--only',
    'not exercised',
    'throttled 2 requests',
    'opaque',
  ]) {
    assert.ok(text.includes(words), words);
  }
  assert.deepEqual(warningsOf(conformantRecord()), []);
});

test('a clause that only a connector owes is not missed when a service is judged', () => {
  const record = sampleRecord();
  const [clause] = record.clauses;
  assert.ok(clause);
  const unexercised = { ...clause, owes: 'connector', verdict: 'not exercised' } as const;
  assert.deepEqual(warningsOf({ ...conformantRecord(), clauses: [clause, unexercised] }), []);
});
