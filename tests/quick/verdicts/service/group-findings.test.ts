/** Alike findings are one with their number; different cases stay apart; the record holds no secret. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFindingId } from '../../../../text/finding-id.js';
import { createRedactor, mark } from '../../../../text/redactor.js';
import { groupFindings, namedFindings, toFindingRecord } from '../../../../verdicts/service/group-findings.js';
import { finding, outcome } from '../samples.js';

const named = (changes: Parameters<typeof finding>[0] = {}) => ({
  finding: finding(changes),
  spec: 'Headers › OrgId: refuses',
});

const counts = (some: readonly ReturnType<typeof named>[]): readonly (readonly [string, number])[] =>
  groupFindings(some).map(({ finding: { label }, count }) => [label, count]);

const slug = (name: string, label = name) => ({ case: { slug: name }, label });

test('each case is a finding of its own, whatever its words, and the first is shown', () => {
  assert.deepEqual(counts([named(slug('a')), named(slug('b', 'a')), named(slug('a', 'c'))]), [
    ['a', 2],
    ['a', 1],
  ]);
});

test('a conversation that exists makes another case; spellings, families and calls make none', () => {
  const some = (facts: object) => named({ case: { slug: 'a', ...facts } });
  assert.equal(groupFindings([some({}), some({ known: true })]).length, 2);
  assert.equal(groupFindings([some({}), some({ calls: 4, spellings: ['b'], family: 'c', relation: 'd' })]).length, 1);
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

test('the id follows from clause, case and what else makes another finding, whatever came before', () => {
  const some = [
    named({ case: { slug: 'empty' } }),
    named({ case: { slug: 'empty', known: true } }),
    named({ case: { slug: 'empty' }, verdict: 'inconclusive', cause: 'budget spent' }),
    named({ case: { slug: 'empty' }, verdict: 'observed' }),
  ];
  const ids = groupFindings(some).map(({ id }) => id);
  assert.deepEqual(ids, [
    'headers--org-id--length--empty',
    'headers--org-id--length--empty--known-pair',
    'headers--org-id--length--empty--inconclusive--budget-spent',
    'headers--org-id--length--empty--observed',
  ]);
  assert.deepEqual(
    groupFindings([...some].reverse()).map(({ id }) => id),
    [...ids].reverse(),
  );
  assert.ok(ids.every(isFindingId));
});

test('what names no file and no place of a page is no id', () => {
  const hostile = [
    '',
    'finding-1',
    'a--b',
    '../a--b--c',
    'a--b--c.json',
    'a--b--"c',
    'A--b--c',
    `a--b--${'c'.repeat(240)}`,
  ];
  for (const id of hostile) assert.equal(isFindingId(id), false, id);
});

test('grouping nothing gives nothing', () => assert.deepEqual(groupFindings([]), []));

test('findings are named after the place and title of their probe', () => {
  const [one] = namedFindings([outcome({ findings: [finding()] })]);
  assert.equal(one?.spec, 'Headers › OrgId: refuses what breaks headers/org-id/length');
});

test('the record has what the finding has, no member more, and no secret', () => {
  const secret = 'abcdefghijklmnopqrstuvwxyz';
  const { value } = createRedactor([secret]);
  const bare = toFindingRecord({ ...named(), id: 'i', count: 3 }, undefined, undefined, value);
  assert.deepEqual(bare, {
    id: 'i',
    clause: 'headers/org-id/length',
    spec: 'Headers › OrgId: refuses',
    case: { slug: 'one-character-shorter' },
    label: 'one character shorter',
    verdict: 'nonconformant',
    expects: 'refusal',
    foundBy: 'sweep',
    expected: 'a refusal',
    got: '202',
    count: 3,
  });
  const full = finding({
    cause: 'throttled',
    advice: 'Mend it.',
    difference: { at: { in: 'header', name: 'Authorization' }, control: secret, case: `${secret}x` },
    exchange: 4,
    control: 5,
    steps: [{ text: `with ${secret}`, exchange: 4 }],
    got: `it echoes ${secret}`,
  });
  const record = toFindingRecord(
    { finding: full, id: 'f', spec: 's', count: 1 },
    { seed: 1, command: 'c' },
    `curl ${secret}`,
    value,
  );
  assert.doesNotMatch(JSON.stringify(record), /abcdefghijkl/);
  assert.equal(record.difference?.where, 'header Authorization');
  assert.deepEqual([record.exchange, record.control, record.cause, record.curl], [4, 5, 'throttled', `curl ${mark}`]);
});
