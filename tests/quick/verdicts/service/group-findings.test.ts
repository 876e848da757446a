/** Alike findings are one with their number; different cases stay apart; the record holds no secret. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRedactor, mark } from '../../../../text/redactor.js';
import { groupFindings, namedFindings, toFindingRecord } from '../../../../verdicts/service/group-findings.js';
import { finding, outcome } from '../samples.js';

const named = (changes: Parameters<typeof finding>[0] = {}) => ({
  finding: finding(changes),
  spec: 'Headers › OrgId: refuses',
});

const counts = (some: readonly ReturnType<typeof named>[]): readonly (readonly [string, number])[] =>
  groupFindings(some).map(({ finding: { label }, count }) => [label, count]);

test('each label is a case of its own', () => {
  assert.deepEqual(counts([named({ label: 'a' }), named({ label: 'b' }), named({ label: 'a', got: '201' })]), [
    ['a', 2],
    ['b', 1],
  ]);
});

test('findings of one kind are one whatever their labels, the first shown', () => {
  const side = { clause: 'answer/refusal/no-token', kind: 'token' } as const;
  assert.deepEqual(counts([named({ ...side, label: 'a' }), named({ ...side, label: 'b' })]), [['a', 2]]);
  assert.equal(counts([named({ ...side, label: 'a' }), named({ ...side, kind: 'other', label: 'a' })]).length, 2);
});

test('another clause, verdict or cause is another finding', () => {
  const some = [
    named(),
    named({ clause: 'headers/org-id/characters' }),
    named({ verdict: 'inconclusive', cause: 'throttled' }),
    named({ verdict: 'inconclusive', cause: 'unreachable' }),
    named({ verdict: 'observed' }),
  ];
  assert.equal(groupFindings(some).length, 5);
});

test('no label can pass for two', () => {
  const some = [named({ label: 'a","b' }), named({ label: 'a', cause: 'throttled' })];
  assert.equal(groupFindings(some).length, 2);
});

test('grouping nothing gives nothing', () => assert.deepEqual(groupFindings([]), []));

test('findings are named after the place and title of their probe', () => {
  const [one] = namedFindings([outcome({ findings: [finding()] })]);
  assert.equal(one?.spec, 'Headers › OrgId: refuses what breaks headers/org-id/length');
});

test('the record has what the finding has, no member more, and no secret', () => {
  const secret = 'abcdefghijklmnopqrstuvwxyz';
  const { value } = createRedactor([secret]);
  const bare = toFindingRecord({ ...named(), count: 3 }, 'finding-1', undefined, undefined, value);
  assert.deepEqual(bare, {
    id: 'finding-1',
    clause: 'headers/org-id/length',
    spec: 'Headers › OrgId: refuses',
    label: 'one character shorter',
    verdict: 'nonconformant',
    expected: 'a refusal',
    got: '202',
    count: 3,
  });
  const full = finding({
    cause: 'throttled',
    advice: 'Mend it.',
    difference: { where: 'header Authorization', control: secret, case: `${secret}x` },
    exchange: 4,
    control: 5,
    steps: [{ text: `with ${secret}`, exchange: 4 }],
    got: `it echoes ${secret}`,
  });
  const record = toFindingRecord(
    { finding: full, spec: 's', count: 1 },
    'f',
    { seed: 1, command: 'c' },
    `curl ${secret}`,
    value,
  );
  assert.doesNotMatch(JSON.stringify(record), /abcdefghijkl/);
  assert.deepEqual([record.exchange, record.control, record.cause, record.curl], [4, 5, 'throttled', `curl ${mark}`]);
});
