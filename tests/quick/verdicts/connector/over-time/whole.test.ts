/** The judge over time as it is used: request by request, and only where there is something to judge. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { clauses } from '../../../../../schemas/clauses/clauses.js';
import { OverTime } from '../../../../../verdicts/connector/over-time.js';
import { connectorRules } from '../../../../../verdicts/connector/rules.js';
import type { ReceivedRequest } from '../../../../../wire/received.js';
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

/** What it finds in each request. */
function clausesOf(requests: readonly ReceivedRequest[]): readonly (readonly string[])[] {
  const judge = new OverTime(contract);
  return requests.map((request) => judge.take(request).findings.map(({ clause }) => clause));
}

test('a constant RequestId is found in the second request', () => {
  const same = { RequestId: given.requestId };
  assert.deepEqual(
    clausesOf([requestWith(same, undefined, { number: 4 }), requestWith(same, '', { number: 7, receivedMs: 50 })]),
    [[], ['headers/request-id/unique']],
  );
});

test('a question for the methods and an unknown path are not judged', () => {
  const judge = new OverTime(contract);
  const options = { ...at(1, '/api/v1/conversation', 'establish-conversation'), method: 'OPTIONS' };
  for (const request of [options, options, at(2, '/favicon.ico', 'unknown'), at(2, '/favicon.ico', 'unknown')]) {
    assert.deepEqual(judge.take(request), { findings: [], exercised: [] });
  }
});

test('a slip in the path does not hide a constant RequestId', () => {
  const request = { ...at(1, '/v1/conversation', 'unknown'), fields: requestWith().fields };
  assert.deepEqual(clausesOf([request, { ...request, number: 2, receivedMs: 90 }]), [
    [],
    ['headers/request-id/unique'],
  ]);
});

test('what a rule proves is a clause of connectors alone', () => {
  const alone = new Set<string>(clauses.filter(({ owes }) => owes === 'connector').map(({ id }) => id));
  for (const { clause } of connectorRules) assert.ok(alone.has(clause), clause);
});
