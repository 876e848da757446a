/** The run record put together: it fits the published schema, has the evidence it speaks of, and no secret. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateRecord } from '../../../../reports/validate-record.js';
import { createRedactor } from '../../../../text/redactor.js';
import { type AssembleInput, assembleRecord } from '../../../../verdicts/record/assemble.js';
import { toEvidence } from '../../../../verdicts/record/evidence.js';
import { answer, ending, exchange, finding, info, observation, outcome, tally } from '../samples.js';

const secret = 'abcdefghijklmnopqrstuvwxyz0123456789';
const redactor = createRedactor([secret]);

const input = (changes: Partial<AssembleInput> = {}): AssembleInput => ({
  info,
  outcomes: [],
  ending: ending(),
  evidenceOf: (number) => toEvidence(exchange({ number, answer: answer(202, secret) }), redactor),
  redact: redactor.value,
  ...changes,
});

const id = 'headers/org-id/length';
const failing = outcome({
  tallies: { [id]: tally(3, 1), 'answer/success/status': tally(4) },
  findings: [finding({ exchange: 9, control: 2, path: '3:0', got: `it echoes ${secret}` })],
  observations: [observation('support', 'ann', 'c-1', 2), observation('support', 'ben', 'c-1', 5)],
});

test('an empty run and a failing one fit the published schema', () => {
  for (const record of [assembleRecord(input()), assembleRecord(input({ outcomes: [failing] }))]) {
    assert.deepEqual(validateRecord(JSON.parse(JSON.stringify(record))), { ok: true, record });
  }
});

test('nothing exercised is never green', () => {
  const { verdict, exitCode, findings, evidence } = assembleRecord(input());
  assert.deepEqual([verdict, exitCode, findings, evidence], ['inconclusive', 3, [], []]);
});

test('findings come with replay, curl and the evidence of each exchange that they name, once and in order', () => {
  const { findings, evidence, clauses, verdict } = assembleRecord(input({ outcomes: [failing] }));
  assert.equal(verdict, 'nonconformant');
  assert.deepEqual(
    findings.map(({ id: name, clause }) => [name, clause]),
    [
      ['headers--org-id--length--one-character-shorter', id],
      ['behaviour--different-pair--subject--merge-of-strangers', 'behaviour/different-pair/subject'],
    ],
  );
  assert.deepEqual(findings[0]?.replay, {
    seed: 42,
    path: '3:0',
    command: `npx byoc-conformance run --seed 42 --level standard --edition 61.0 --layout parts --only ${id}`,
  });
  assert.match(findings[0]?.curl ?? '', /^curl /);
  assert.deepEqual(
    evidence.map(({ number }) => number),
    [2, 5, 9],
  );
  assert.equal(clauses.find((clause) => clause.id === 'behaviour/different-pair/subject')?.verdict, 'nonconformant');
});

test('no secret is in the record', () => {
  const target = { ...info.target, baseUrl: `http://127.0.0.1:1/${secret}` };
  const record = assembleRecord(input({ outcomes: [failing], info: { ...info, target } }));
  assert.doesNotMatch(JSON.stringify(record), /abcdefghijkl/);
});

test('counts: cases and requests of each spec, pairs, identifiers, what was throttled', () => {
  const { specs, identities, requests, throttled, durationMs } = assembleRecord(
    input({ outcomes: [failing, outcome()] }),
  );
  assert.deepEqual(
    specs.map((spec) => [spec.cases, spec.requests, spec.durationMs]),
    [
      [8, 2, 10],
      [0, 2, 10],
    ],
  );
  const { answers, pairs, identifiers, audited, merged, split } = identities;
  assert.deepEqual([answers, pairs, identifiers, audited, merged, split], [2, 2, 1, 2, 1, 0]);
  const finding = 'behaviour--different-pair--subject--merge-of-strangers';
  assert.deepEqual(identities.offenders, [{ kind: 'merge', pair: 1, identifier: 0, finding }]);
  assert.deepEqual([requests, throttled, durationMs], [12, { count: 1, waitedMs: 20 }, 100]);
});

test('evidence that is gone leaves a finding without curl, not a broken record', () => {
  const record = assembleRecord(input({ outcomes: [failing], evidenceOf: () => undefined }));
  assert.deepEqual(record.evidence, []);
  assert.equal(record.findings[0]?.curl, undefined);
  assert.equal(validateRecord(record).ok, true);
});

test('outcomes of shards give one history: a split across two of them is found', () => {
  const shard = (identifier: string, number: number) =>
    outcome({ observations: [observation('support', 'ann', identifier, number)] });
  const { findings } = assembleRecord(input({ outcomes: [shard('c-2', 7), shard('c-1', 3)] }));
  assert.deepEqual(
    findings.map(({ clause, exchange: number, control }) => [clause, number, control]),
    [['behaviour/same-pair/repeated', 7, 3]],
  );
});
