/** The record of a connector tells what went over the wire, counted, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateRecord } from '../../../../../reports/validate-record.js';
import type { ConnectorRecord } from '../../../../../schemas/record/run-record.js';
import { createRedactor } from '../../../../../text/redactor.js';
import { assembleConnectorRecord } from '../../../../../verdicts/connector/run/assemble-connector.js';
import { findingRecordOf, Ledger } from '../../../../../verdicts/connector/run/ledger.js';
import type { GivenAnswer, ReceivedRequest } from '../../../../../wire/received.js';
import { given } from '../corpus/client.js';
import { contract, formOf, requestWith } from '../some-contract.js';

interface Sent {
  readonly subject: string;
  readonly answer?: Partial<GivenAnswer> & { readonly identifier?: string };
  readonly request?: Partial<ReceivedRequest>;
}

function requestOf({ subject, answer, request }: Sent, index: number): ReceivedRequest {
  const participants = JSON.stringify([{ subject, role: 'EndUser', appType: 'custom' }]);
  const body = formOf(['channelAddressIdentifier', given.channel], ['participants', participants]);
  const at = { number: index + 1, receivedMs: 1_000 * index, endedMs: 1_000 * index };
  const one = requestWith({ RequestId: crypto.randomUUID() }, body, { ...at, ...request });
  if (answer === undefined) return one;
  const { identifier, ...rest } = answer;
  const given202 = { httpVersion: '1.1', status: 202, reason: 'Accepted', fields: [], sentMs: at.endedMs + 1 };
  const json = identifier === undefined ? '{}' : JSON.stringify({ conversationIdentifier: identifier });
  return { ...one, answer: { ...given202, body: Buffer.from(json), ...rest } };
}

function recordOf(...sent: readonly Sent[]): ConnectorRecord {
  const ledger = new Ledger({ contract });
  ledger.begin('all well');
  for (const [index, one] of sent.entries()) ledger.take(requestOf(one, index));
  ledger.end();
  const record = assembleConnectorRecord({
    ledger,
    run: {
      tool: { name: 'byoc-conformance', version: '0.1.0', node: '20.20.2' },
      startedAt: '2026-11-22T13:05:31.250Z',
      edition: '61.0',
      target: { kind: 'connector', baseUrl: 'http://127.0.0.1:1/api' },
      warnings: [],
      cutShort: false,
    },
    durationMs: 10,
    nothingCame: 'No request came.',
    redactor: createRedactor([]),
  });
  assert.ok(validateRecord(JSON.parse(JSON.stringify(record))).ok);
  return record;
}

const reset = (when: 'before' | 'within' | 'after') => ({ staged: { did: 'reset', when } as const });

test('answers, pairs and identifiers are those that went out whole', () => {
  const { identities, requests } = recordOf(
    { subject: 'ann', answer: { identifier: 'one' } },
    { subject: 'ann', answer: { identifier: 'one' } },
    { subject: 'bob', answer: { identifier: 'two', ...reset('after') } },
    { subject: 'bob', answer: { identifier: 'cnv:two' } },
    { subject: 'cid', answer: { identifier: 'three', ...reset('before') } },
    { subject: 'cid', answer: { identifier: 'three', ...reset('within') } },
    { subject: 'cid', answer: { identifier: 'three', undelivered: true } },
    { subject: 'dan', answer: { status: 503, identifier: 'four' } },
    { subject: 'eve', answer: {} },
    { subject: 'fay' },
  );
  assert.equal(requests, 10);
  assert.deepEqual(identities, { answers: 4, pairs: 2, identifiers: 3 });
});

test('an exchange has the status that went out and the version that came', () => {
  const { exchanges } = recordOf(
    { subject: 'ann', answer: { identifier: 'one' }, request: { httpVersion: '1.0' } },
    { subject: 'bob', answer: { status: 429, ...reset('before') } },
    { subject: 'cid', answer: { undelivered: true } },
    { subject: 'dan', answer: { ...reset('within') } },
  );
  assert.deepEqual(
    exchanges.map(({ httpVersion, status }) => [httpVersion, status]),
    [
      ['1.0', 202],
      ['1.1', undefined],
      ['1.1', undefined],
      ['1.1', 202],
    ],
  );
});

test('evidence has the answer as it went out, and none where none did', () => {
  const { evidence } = recordOf(
    { subject: 'ann', answer: { identifier: 'one', httpVersion: '1.0', reason: 'Taken' } },
    { subject: 'bob', answer: { ...reset('before') } },
    { subject: 'cid', answer: { body: Buffer.from('{"co'), ...reset('within') } },
    { subject: 'dan', answer: { undelivered: true } },
  );
  assert.deepEqual(
    evidence.map(({ request, answer, failure }) => [
      request.httpVersion,
      answer && [answer.httpVersion, answer.status, answer.reason, answer.body.cut],
      failure?.kind,
    ]),
    [
      ['1.1', ['1.0', 202, 'Taken', false], undefined],
      ['1.1', undefined, 'staged'],
      ['1.1', ['1.1', 202, 'Accepted', true], 'staged'],
      ['1.1', undefined, 'closed-early'],
    ],
  );
});

test('it has no level, layout, plan, tests or waiting of its own, and no seed where none was drawn by', () => {
  const record = recordOf({ subject: 'ann', answer: { identifier: 'one' } });
  for (const name of ['level', 'layout', 'only', 'plan', 'throttled', 'specs', 'seed', 'scenarios', 'conversations']) {
    assert.ok(!(name in record), name);
  }
  assert.deepEqual(Object.keys(record.target), ['kind', 'baseUrl']);
});

test('a finding over time shows the exchange that it names, as often as others came in between', () => {
  const RequestId = crypto.randomUUID();
  const others = Array.from({ length: 60 }, (_, index) => ({
    subject: `s${index}`,
    answer: { identifier: `i${index}` },
  }));
  const id = (one: ReceivedRequest) =>
    one.fields.map(([name, value]) => [name, name === 'RequestId' ? RequestId : value] as const);
  const ledger = new Ledger({ contract });
  ledger.begin('all well');
  for (const [index, one] of [...others, ...others].entries()) {
    const request = requestOf(one, index);
    ledger.take(index === 30 || index === 90 ? { ...request, fields: id(request) } : request);
  }
  ledger.end();
  const [group] = ledger.groups.values();
  assert.ok(group !== undefined);
  assert.match(group.finding.message, /the one of request 31\.$/);
  assert.deepEqual(
    findingRecordOf(group).steps?.map(({ exchange }) => exchange),
    [31, 91],
  );
  assert.deepEqual(
    [31, 91].filter((number) => ledger.kept.every((one) => one.number !== number)),
    [],
  );
});

test('waits are counted as they were asked for and as they were', () => {
  const throttled = { status: 429, fields: [['Retry-After', '2']] } as const;
  const at = (ms: number) => ({ receivedMs: ms, endedMs: ms });
  const { waits } = recordOf(
    { subject: 'ann', answer: { ...throttled, sentMs: 10 }, request: at(0) },
    { subject: 'bob', answer: { identifier: 'b', sentMs: 120 }, request: at(100) },
    { subject: 'ann', answer: { identifier: 'a', sentMs: 2_520 }, request: at(2_510) },
  );
  assert.deepEqual(waits, [{ exchange: 1, again: 3, askedMs: 2_000, waitedMs: 2_500 }]);
  assert.equal(recordOf({ subject: 'ann', answer: { identifier: 'a' } }).waits, undefined);
});
