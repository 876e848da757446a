/** The end of a run on the terminal: the answer in the first line, nothing that a terminal would act on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderTerminal } from '../../../reports/terminal.js';
import { ciCommand } from './hostile.js';
import { commandingRecords } from './one-of-everything.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

test('the first line is the answer with its reason, the last where the report lies', () => {
  const lines = renderTerminal(conformantRecord(), { colour: false, reportPath: 'conformance-report/index.html' })
    .trimEnd()
    .split('\n');
  assert.equal(lines[0], '✓ YES: All clauses that a service owes were exercised and hold.');
  assert.equal(lines.at(-1), 'Report: conformance-report/index.html');
});

test('a failing clause is told with case, expected, got, what to do and replay', () => {
  const text = renderTerminal(sampleRecord(), { colour: false });
  assert.match(text, /^✗ NO: 4 of 10 clauses are broken/);
  assert.match(
    text,
    /✗ headers\/org-id\/length \(stated, 3 cases\)\n {2}case {6}one character shorter\n {2}expected {2}A refusal: .*\n {2}got {7}202 Accepted .*\n {2}to do {5}Check the length .*\n {2}replay {4}npx byoc-conformance replay /,
  );
  assert.match(text, /\? headers\/authorization\/expiry: expired token \(not configured\)/);
  assert.match(text, /Clauses: 4 nonconformant, 1 inconclusive, 1 waived, 1 not exercised, 1 observed, 3 conformant/);
});

test('a failure of a token says what connection it was on', () => {
  const record = sampleRecord();
  const [finding] = record.findings;
  assert.ok(finding);
  const about = (clause: string, reused?: boolean): string => {
    const evidence = record.evidence.map((item) => ({ ...item, ...(reused === undefined ? {} : { reused }) }));
    return renderTerminal({ ...record, findings: [{ ...finding, clause }], evidence }, { colour: false });
  };
  assert.match(
    about('headers/authorization/signature', true),
    /\n {2}sent on {3}a connection that had carried others before\n/,
  );
  assert.match(about('headers/authorization/signature', false), /\n {2}sent on {3}a new connection\n/);
  for (const text of [about('headers/authorization/signature'), about('headers/org-id/length', true)]) {
    assert.doesNotMatch(text, /sent on/);
  }
});

test('without colour not one control character but line feeds is printed, whatever the service sent', () => {
  const text = renderTerminal(sampleRecord(), { colour: false });
  assert.doesNotMatch(text, /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
});

test('a CI system is given no commands, with colour and without, whatever the service sent', () => {
  for (const record of commandingRecords()) {
    for (const colour of [true, false]) assert.doesNotMatch(renderTerminal(record, { colour }), ciCommand);
  }
});

test('with colour the only escape sequences are ours', () => {
  const text = renderTerminal(sampleRecord(), { colour: true });
  const sequences = new Set(text.match(/\p{Cc}\[\d+m/gu));
  assert.ok(sequences.size > 0);
  assert.equal(text.replaceAll(/\p{Cc}\[\d+m/gu, ''), renderTerminal(sampleRecord(), { colour: false }));
});

test('failures beyond the bound are counted', () => {
  const record = sampleRecord();
  const [finding] = record.findings;
  assert.ok(finding);
  const text = renderTerminal({ ...record, findings: Array.from({ length: 25 }, () => finding) }, { colour: false });
  assert.match(text, /\n5 more failures in the report\n/);
});
