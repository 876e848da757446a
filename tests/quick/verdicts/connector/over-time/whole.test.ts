/** The judge over time as it is used: findings by exchange, lists of what was not judged, and memory that stays bounded. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { clauses } from '../../../../../schemas/clauses/clauses.js';
import { judgeOverTime, OverTime } from '../../../../../verdicts/connector/over-time.js';
import { connectorRules } from '../../../../../verdicts/connector/rules.js';
import { given } from '../corpus/client.js';
import { contract, requestWith } from '../some-contract.js';

const at = (number: number, target: string, operation: 'sibling' | 'unknown' | 'establish-conversation') => ({
  ...requestWith({ RequestId: randomUUID() }),
  number,
  receivedMs: number * 10,
  endedMs: number * 10,
  target,
  operation,
});

test('findings name their exchange', () => {
  const same = { RequestId: given.requestId };
  const findings = judgeOverTime(
    [requestWith(same, undefined, { number: 4 }), requestWith(same, '', { number: 7, receivedMs: 50 })],
    contract,
  );
  assert.deepEqual(
    findings.map(({ exchange, clause }) => [exchange, clause]),
    [[7, 'headers/request-id/unique']],
  );
});

test('calls whose headers alone were judged are listed by path, in bounds', () => {
  const judge = new OverTime(contract);
  for (const target of ['/api/v1/agentWork?x=1', '/api/v1/agentWork', '/favicon.ico', '/api/v1/conversation'])
    judge.take(at(1, target, 'sibling'));
  assert.deepEqual(
    [...judge.notJudgedFurther],
    [
      ['POST /api/v1/agentWork', 2],
      ['POST /favicon.ico', 1],
    ],
  );
  for (let number = 0; number < 300; number += 1) judge.take(at(number, `/api/v1/x${number}`, 'sibling'));
  assert.equal(judge.notJudgedFurther.size, 101);
  assert.equal(judge.notJudgedFurther.get('other paths'), 202);
});

test('a question for the methods and an unknown path are not judged', () => {
  const judge = new OverTime(contract);
  const options = { ...at(1, '/api/v1/conversation', 'establish-conversation'), method: 'OPTIONS' };
  for (const request of [options, options, at(2, '/favicon.ico', 'unknown'), at(2, '/favicon.ico', 'unknown')]) {
    assert.deepEqual(judge.examine(request), { findings: [], exercised: [] });
  }
});

test('a slip in the path does not hide a constant RequestId', () => {
  const request = { ...at(1, '/v1/conversation', 'unknown'), fields: requestWith().fields };
  assert.deepEqual(
    judgeOverTime([request, { ...request, number: 2, receivedMs: 90 }], contract).map(({ clause }) => clause),
    ['headers/request-id/unique'],
  );
});

test('what a rule proves is a clause of connectors alone', () => {
  const alone = new Set<string>(clauses.filter(({ owes }) => owes === 'connector').map(({ id }) => id));
  for (const { clause } of connectorRules) assert.ok(alone.has(clause), clause);
});
