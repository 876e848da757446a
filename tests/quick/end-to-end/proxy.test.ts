/** The proxy judges both sides: what the connector sends, and what the service answers. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createMock } from '../../../endpoints/mock/mock.js';
import { runProxy } from '../../../engine/connector/run-proxy.js';
import { validateRecord } from '../../../reports/validate-record.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { createRedactor } from '../../../text/redactor.js';
import { brokenClauses } from './run-gate-for.js';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${encode({ alg: 'RS256' })}.${encode({ sub: 'a proxied token' })}.${'c2lnbmF0dXJl'.repeat(8)}`;

/** Sends through the proxy, then stops it. */
async function through(baseUrl: string, act: (origin: string) => Promise<void>): Promise<ConnectorRecord> {
  const stop = new AbortController();
  let acting: Promise<void> = Promise.resolve();
  const record = await runProxy({
    baseUrl: new URL(baseUrl),
    edition: '61.0',
    port: 0,
    redactor: createRedactor([]),
    signal: stop.signal,
    onEvent: (event) => {
      if (event.type === 'listening') acting = act(event.origin).finally(() => stop.abort());
    },
  });
  await acting;
  return record;
}

interface Call {
  readonly subject: string;
  readonly headers?: Record<string, string>;
}

async function establish(origin: string, { subject, headers }: Call): Promise<number> {
  const form = new FormData();
  form.set('channelAddressIdentifier', 'channel-1');
  form.set('participants', JSON.stringify([{ subject, role: 'EndUser', appType: 'custom' }]));
  const answer = await fetch(`${origin}/api/v1/conversation`, {
    method: 'POST',
    body: form,
    headers: {
      Authorization: `Bearer ${token}`,
      OrgId: '00D000000000001',
      AuthorizationContext: 'Acme1_Support1',
      RequestId: randomUUID(),
      ...headers,
    },
  });
  await answer.text();
  return answer.status;
}

async function serviceThat(t: TestContext, answer: (count: number) => object): Promise<string> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      count += 1;
      response.writeHead(202, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer(count)));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

test('a conforming connector and a conforming service are green, and the token stays out of the record', async (t) => {
  const url = await serviceThat(t, () => ({ conversationIdentifier: 'one' }));
  const record = await through(url, async (origin) => {
    await establish(origin, { subject: 'ann' });
    await establish(origin, { subject: 'ann' });
  });
  assert.deepEqual([record.verdict, record.requests], ['conformant', 2], record.reason);
  assert.equal(record.clauses.find(({ id }) => id === 'behaviour/same-pair/repeated')?.verdict, 'conformant');
  assert.ok(!JSON.stringify(record).includes(token));
  const check = validateRecord(record);
  assert.ok(check.ok, check.ok ? '' : check.errors.join('\n'));
});

test('a service that splits or merges conversations is red, with the connector green', async (t) => {
  const splits = await serviceThat(t, (count) => ({ conversationIdentifier: `id-${count}` }));
  const split = await through(splits, async (origin) => {
    for (const subject of ['ann', 'ann']) await establish(origin, { subject });
  });
  assert.deepEqual(brokenClauses(split), ['behaviour/same-pair/repeated']);
  const merges = await serviceThat(t, () => ({ conversationIdentifier: 'one' }));
  const merged = await through(merges, async (origin) => {
    for (const subject of ['ann', 'bob']) await establish(origin, { subject });
  });
  assert.deepEqual(brokenClauses(merged), ['behaviour/different-pair/subject']);
});

test('a success without an identifier is red', async (t) => {
  const url = await serviceThat(t, () => ({ success: true }));
  const record = await through(url, async (origin) => {
    await establish(origin, { subject: 'ann' });
  });
  assert.deepEqual(brokenClauses(record), ['answer/success/conversation-identifier/required']);
});

test("a connector's fault is red in front of the mock, exchange by exchange", async (t) => {
  const mock = await createMock();
  const service = await mock.listen();
  t.after(() => service.close());
  const record = await through(service.baseUrl, async (origin) => {
    await establish(origin, { subject: 'ann', headers: { RequestId: 'not-a-guid' } });
  });
  assert.deepEqual(brokenClauses(record), ['headers/request-id/format']);
  assert.deepEqual(
    record.exchanges?.map(({ verdict, findings }) => [verdict, findings.map(({ clause }) => clause)]),
    [['nonconformant', ['headers/request-id/format']]],
  );
});

test('nothing through it is inconclusive', async (t) => {
  const record = await through(await serviceThat(t, () => ({})), async () => undefined);
  assert.deepEqual(
    [record.verdict, record.exitCode, record.reason],
    ['inconclusive', 3, 'No request came through the proxy.'],
  );
});

test('a service that refuses what conforms, or takes what does not, is told of and not blamed', async (t) => {
  const strict = createServer((request, response) => {
    request.resume().on('end', () => {
      const body = JSON.stringify({ code: 10100, message: 'The participants are wrong.' });
      response.writeHead(400, { 'Content-Type': 'application/json' }).end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(strict, 'listening');
  t.after(() => {
    strict.closeAllConnections();
    strict.close();
  });
  const refused = await through(`http://127.0.0.1:${(strict.address() as AddressInfo).port}/api`, async (origin) => {
    await establish(origin, { subject: 'ann' });
  });
  assert.deepEqual(brokenClauses(refused), []);
  assert.match(
    refused.warnings.join(),
    /refused requests that conform as far as can be seen from here: 1, the first in exchange 1/,
  );

  const lenient = await serviceThat(t, (count) => ({ conversationIdentifier: `id-${count}` }));
  const taken = await through(lenient, async (origin) => {
    await establish(origin, { subject: 'ann', headers: { OrgId: '00D000000000001AAA' } });
    await establish(origin, { subject: 'bob' });
  });
  assert.deepEqual(brokenClauses(taken), ['headers/org-id/length']);
  assert.match(taken.warnings.join(), /accepted requests that do not conform: 1, the first in exchange 1/);
  const told = taken.findings.find(({ verdict }) => verdict === 'observed');
  assert.deepEqual([told?.clause, told?.exchange], ['headers/org-id/length', 1]);
});
