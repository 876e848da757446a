/** Holds what waivers and a baseline make of a run: verdicts, exit codes in their order, and ready-made corrections. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateRecord } from '../../../../reports/validate-record.js';
import type { ClauseResult, FindingRecord, RunRecord, ServiceRecord } from '../../../../schemas/record/run-record.js';
import { decideRelease } from '../../../../verdicts/release/release-record.js';
import type { Waiver } from '../../../../verdicts/release/waivers/waiver.js';
import { conformantRecord } from '../../reports/sample-record.js';

const today = '2026-11-22';
const length = 'headers/org-id/length';
const required = 'headers/org-id/required';

function clause(id: string, verdict: ClauseResult['verdict'], owes: ClauseResult['owes'] = 'both'): ClauseResult {
  const cases = { conformant: 1, nonconformant: verdict === 'nonconformant' ? 1 : 0, inconclusive: 0, observed: 0 };
  return { id, place: 'p', owes, sureness: 'stated', statement: 's', verdict, cases };
}

function failure(id: string, clauseId: string, slug = 'a-case', more: Partial<FindingRecord> = {}): FindingRecord {
  const texts = { spec: 's', label: 'a case', expected: 'a refusal', got: '202' };
  const facts = { case: { slug }, expects: 'refusal', foundBy: 'sweep' } as const;
  return { id, clause: clauseId, ...texts, ...facts, verdict: 'nonconformant', count: 1, ...more };
}

/** A record with these clauses; nonconformant when one is. */
function recordOf(clauses: ClauseResult[], changes: Partial<ServiceRecord> = {}): ServiceRecord {
  const broken = clauses.filter(({ verdict }) => verdict === 'nonconformant');
  const base = {
    ...conformantRecord(),
    clauses,
    findings: broken.map(({ id }, index) => failure(`finding-${index + 1}`, id)),
  };
  if (broken.length === 0) return { ...base, ...changes };
  return { ...base, verdict: 'nonconformant', exitCode: 1, reason: 'broken.', ...changes };
}

function waiver(clauseId: string, changes: Partial<Waiver> = {}): Waiver {
  return { clause: clauseId, reason: 'r', owner: 'Ann', ticket: 'T-1', expires: '2026-12-31', ...changes };
}

const gated = (record: RunRecord, ...waivers: Waiver[]): RunRecord => {
  const result = decideRelease(record, { waivers: { file: 'w.yaml', waivers }, today });
  const checked = validateRecord(JSON.parse(JSON.stringify(result)));
  assert.ok(checked.ok, JSON.stringify(checked));
  return result;
};
const statuses = (record: RunRecord): readonly string[] => (record.waivers?.entries ?? []).map(({ status }) => status);

const broken = recordOf([clause(length, 'nonconformant'), clause(required, 'conformant')]);

test('a waived failure is no failure of the run, and is shown with its waiver', () => {
  const record = gated(broken, waiver(length));
  assert.deepEqual([record.verdict, record.exitCode], ['conformant', 0]);
  assert.equal(record.clauses[0]?.verdict, 'waived');
  assert.deepEqual(record.findings[0]?.waiver, { reason: 'r', owner: 'Ann', ticket: 'T-1', expires: '2026-12-31' });
  assert.match(record.reason, /1 more clause is broken and waived: headers\/org-id\/length\./);
  assert.equal(gated(recordOf([clause(length, 'nonconformant')]), waiver(length)).exitCode, 0);
});

test('a waiver holds through its last day, and a beginning covers up to a slash only', () => {
  assert.equal(gated(broken, waiver(length, { expires: today })).exitCode, 0);
  assert.equal(gated(broken, waiver('headers/org-id')).exitCode, 0);
  assert.equal(gated(broken, waiver('headers/org')).exitCode, 1);
});

test('an expired waiver waives nothing, and ends with 4 when nothing else is wrong', () => {
  const old = waiver(length, { expires: '2026-11-21' });
  const lapsed = gated(broken, old);
  assert.deepEqual([lapsed.verdict, lapsed.exitCode, statuses(lapsed)], ['nonconformant', 4, ['expired']]);
  assert.match(lapsed.reason, /1 more clause is broken, and the waiver has expired: headers\/org-id\/length\./);
  assert.equal(lapsed.clauses[0]?.verdict, 'nonconformant');
  const more = recordOf([clause(length, 'nonconformant'), clause(required, 'nonconformant')]);
  assert.equal(gated(more, old).exitCode, 1);
  const mended = gated(recordOf([clause(length, 'conformant')]), old);
  assert.deepEqual([mended.verdict, mended.exitCode, statuses(mended)], ['conformant', 4, ['expired']]);
  assert.match(mended.reason, /1 waiver has to be mended: headers\/org-id\/length \(expired\)\./);
});

test('no longer needed only where all that it covers was exercised and conforms', () => {
  const rows = [
    [[clause(length, 'conformant')], 'no longer needed', 4],
    [[clause(length, 'conformant'), clause(required, 'not exercised')], 'not decided', 0],
    [[clause(length, 'not exercised'), clause('body/x', 'conformant')], 'not decided', 0],
    [[clause(length, 'conformant'), clause('headers/org-id/x', 'not exercised', 'connector')], 'no longer needed', 4],
    [[clause('body/x', 'conformant')], 'not decided', 0],
  ] as const;
  for (const [clauses, status, code] of rows) {
    const record = gated(recordOf([...clauses]), waiver('headers/org-id'));
    assert.deepEqual(
      [statuses(record), record.exitCode],
      [[status], code],
      JSON.stringify(clauses.map((one) => one.verdict)),
    );
  }
});

test('a few cases that conform do not end a waiver', () => {
  const budget = { maxRequests: 150, levelRequests: 2_000, notReached: [] };
  const few: Partial<ServiceRecord>[] = [{ level: 'smoke' }, { budget }];
  for (const one of few) {
    const record = gated(recordOf([clause(length, 'conformant')], one), waiver(length));
    assert.deepEqual([statuses(record), record.exitCode], [['not decided'], 0]);
  }
});

test('a small budget that did not reach every clause stays undecided beside a waiver', () => {
  const budget = { maxRequests: 20, levelRequests: 2_000, notReached: [required] };
  const missed = { ...clause(required, 'not exercised'), cause: 'budget spent' };
  const record = recordOf([clause(length, 'nonconformant'), clause('body/x', 'conformant'), missed], { budget });
  assert.equal(gated(record, waiver(length)).exitCode, 3);
});

test('what is inconclusive is not waived, and 3 comes before 4', () => {
  const undecided = recordOf([clause(length, 'inconclusive')], {
    verdict: 'inconclusive',
    exitCode: 3,
    reason: 'undecided.',
  });
  const record = gated(undecided, waiver(length), waiver(required, { expires: '2026-01-01' }));
  assert.deepEqual(
    [record.exitCode, record.clauses[0]?.verdict, statuses(record)],
    [3, 'inconclusive', ['not decided', 'expired']],
  );
  assert.match(record.reason, /to be mended/);
});

test('waiving every failure does not make green what could not be judged otherwise', () => {
  const clauses = [clause(length, 'nonconformant'), clause(required, 'conformant')];
  assert.equal(gated(recordOf(clauses, { cutShort: true }), waiver(length)).exitCode, 3);
  const trouble = { cause: 'unreachable', reason: 'The service went out of reach.' };
  assert.equal(gated(recordOf(clauses, { trouble }), waiver(length)).exitCode, 3);
  assert.equal(gated(recordOf([...clauses, clause('body/x', 'inconclusive')]), waiver(length)).exitCode, 3);
  assert.equal(gated(recordOf([...clauses, clause('body/x', 'nonconformant')]), waiver(length)).exitCode, 1);
});

test('a waiver for another edition or target has no effect and needs no mending', () => {
  const url = 'http://127.0.0.1:4010/api';
  const others = [{ edition: '65.0' }, { target: 'example.com' }, { target: 'http://127.0.0.1:4010/other' }];
  for (const other of others) {
    assert.equal(gated(broken, waiver(length, { ...other, expires: '2020-01-01' })).exitCode, 1);
    const fine = gated(recordOf([clause(length, 'conformant')]), waiver(length, { ...other, expires: '2020-01-01' }));
    assert.deepEqual([fine.exitCode, statuses(fine)], [0, ['not for this run']]);
  }
  for (const target of ['127.0.0.1', '127.0.0.1:4010', url, `${url}/`, 'http://127.0.0.1:4010']) {
    assert.equal(gated(broken, waiver(length, { target, edition: '61.0' })).exitCode, 0, target);
  }
});

test('waivers can be taken off again, and other ones put on', () => {
  const once = gated(broken, waiver(length));
  const off = gated(once);
  assert.deepEqual([off.exitCode, off.clauses[0]?.verdict, off.findings[0]?.waiver], [1, 'nonconformant', undefined]);
  assert.deepEqual(gated(off, waiver(length)), once);
});

test('the correction is a diff that takes entries out and gives renewed ones a date', () => {
  const at = (from: number, id: string, expires: string): Waiver => {
    const text = [`- clause: ${id}`, '  reason: r', '  owner: Ann', '  ticket: T-1', `  expires: ${expires}`];
    return waiver(id, { expires, lines: { from, text, expires: 4 } });
  };
  const clauses = [clause(length, 'nonconformant'), clause(required, 'conformant')];
  const record = gated(recordOf(clauses), at(2, required, '2026-12-31'), at(7, length, '2026-01-31'));
  assert.equal(
    record.waivers?.correction,
    [
      '--- w.yaml',
      '+++ w.yaml',
      '@@ -2,5 +1,0 @@',
      `-- clause: ${required}`,
      '-  reason: r',
      '-  owner: Ann',
      '-  ticket: T-1',
      '-  expires: 2026-12-31',
      '@@ -11 +6 @@',
      '-  expires: 2026-01-31',
      '+  expires: 2026-12-22',
    ].join('\n'),
  );
  const whole = gated(recordOf([clause(length, 'conformant')]), waiver(length)).waivers?.correction;
  assert.equal(whole, '# w.yaml, corrected\n[]');
});

test('a baseline tells new, still failing, fixed, gone and undecided', () => {
  const before = recordOf([
    clause('a', 'nonconformant'),
    clause('b', 'nonconformant'),
    clause('c', 'conformant'),
    clause('d', 'conformant'),
    clause('e', 'nonconformant'),
    clause('f', 'conformant'),
  ]);
  const now = recordOf([
    clause('a', 'nonconformant'),
    clause('b', 'conformant'),
    clause('c', 'nonconformant'),
    clause('d', 'not exercised'),
    clause('e', 'inconclusive'),
  ]);
  const { baseline } = decideRelease(now, { baseline: { file: 'old.json', record: before } });
  assert.deepEqual(baseline?.counts, { new: 1, still: 1, fixed: 1, gone: 2, undecided: 1 });
  const changes = Object.fromEntries((baseline?.clauses ?? []).map(({ id, change }) => [id, change]));
  assert.deepEqual(changes, { a: 'still failing', b: 'fixed', c: 'new', d: 'gone', e: 'undecided', f: 'gone' });
});

const gatedAnew = (before: ServiceRecord, now: ServiceRecord): RunRecord =>
  decideRelease(now, { baseline: { file: 'old.json', record: before }, gate: 'new' });

test('--gate new lets known failures through, and no others', () => {
  assert.equal(decideRelease(broken, { baseline: { file: 'old.json', record: broken } }).exitCode, 1);
  const known = gatedAnew(broken, broken);
  assert.deepEqual([known.verdict, known.exitCode], ['nonconformant', 0]);
  assert.match(known.reason, /broken as in the baseline, which --gate new lets through: headers\/org-id\/length/);
  const more = recordOf([clause(length, 'nonconformant'), clause(required, 'nonconformant')]);
  assert.equal(gatedAnew(broken, more).exitCode, 1);
  assert.equal(gatedAnew(recordOf([clause(length, 'not exercised')]), broken).exitCode, 1);
  assert.equal(gatedAnew(recordOf([clause(length, 'inconclusive')]), broken).exitCode, 1);
  const undecided = recordOf([clause(length, 'nonconformant'), clause(required, 'inconclusive')]);
  assert.equal(gatedAnew(broken, undecided).exitCode, 3);
});

const withFailures = (...findings: FindingRecord[]): ServiceRecord => ({ ...broken, findings });

test('a new way to break a known clause is new, unless it was drawn or is a matter of order', () => {
  assert.equal(gatedAnew(broken, withFailures(failure('f', length, 'another-case'))).exitCode, 1);
  assert.equal(
    gatedAnew(broken, withFailures(failure('f', length, 'a-case', { case: { slug: 'a-case', known: true } }))).exitCode,
    1,
  );
  for (const foundBy of ['search', 'sequence', 'history', 'watching'] as const) {
    assert.equal(gatedAnew(broken, withFailures(failure('f', length, 'another-case', { foundBy }))).exitCode, 0);
  }
});

test('a case is the same in whatever words, on whatever place of the list, and with whatever it was asked beside', () => {
  const reworded = failure('f', length, 'a-case', { label: 'other words', case: { slug: 'a-case', calls: 4 } });
  assert.equal(gatedAnew(broken, withFailures(reworded)).exitCode, 0);
});

test('where a record names no cases, failures are compared by clause, and that is told', () => {
  const { case: _case, expects: _expects, foundBy: _foundBy, ...old } = failure('finding-1', length);
  const [named, unnamed] = [withFailures(failure('f', length, 'another-case')), withFailures(old)];
  for (const [before, now, words] of [
    [unnamed, named, /^The baseline was written by an earlier version, which named no cases/],
    [named, unnamed, /^This record was written by an earlier version, which named no cases/],
  ] as const) {
    const { exitCode, baseline } = gatedAnew(before, now);
    assert.equal(exitCode, 0);
    assert.deepEqual(
      baseline?.findings.map(({ change }) => change),
      ['still failing'],
    );
    assert.equal(baseline?.warnings.filter((warning) => words.test(warning)).length, 1);
  }
  assert.deepEqual(gatedAnew(named, named).baseline?.warnings, []);
  const elsewhere = { ...unnamed, findings: [{ ...old, clause: required }] };
  assert.deepEqual(
    gatedAnew(elsewhere, named).baseline?.findings.map(({ change, slug }) => [change, slug]),
    [
      ['new', 'another-case'],
      ['fixed', undefined],
    ],
    'another clause stays another failure',
  );
});

test('the differences between the runs are told in words', () => {
  const before = recordOf([clause('a', 'conformant')], { level: 'smoke', seed: 9, edition: '65.0', layout: 'json' });
  const { baseline } = decideRelease(recordOf([clause('a', 'conformant')]), {
    baseline: { file: 'old.json', record: before },
  });
  const text = (baseline?.warnings ?? []).join('\n');
  for (const words of ['another edition, 65.0', 'another level, smoke', 'another layout, json', 'another seed, 9']) {
    assert.ok(text.includes(words), words);
  }
});
