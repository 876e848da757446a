/** The gate speaks HTTP as a service does: 100 Continue, Connection: close, upgrades, HTTP/1.0, pipelining, broken messages. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { OrgAnswer } from '../../../../endpoints/org/org-answer.js';
import { type OrgServer, openOrgServer } from '../../../../endpoints/org/org-server.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import { openRaw } from './raw-client.js';

async function open(
  t: TestContext,
  answer: (request: ReceivedRequest) => OrgAnswer | Promise<OrgAnswer> = () => ok,
): Promise<OrgServer & { readonly done: ReceivedRequest[] }> {
  const done: ReceivedRequest[] = [];
  const server = await openOrgServer({
    port: 0,
    host: '127.0.0.1',
    now: () => performance.now(),
    addresseeOf: () => 'establish-conversation',
    answer: async (request) => answer(request),
    onDone: (request) => done.push(request),
  });
  t.after(() => server.close());
  return { ...server, done };
}

const ok: OrgAnswer = { status: 202, fields: [['X-Order', 'a']], body: 'yes' };
const post = 'POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n';

test('100 Continue comes at once, and the final answer behind the body', async (t) => {
  const server = await open(t);
  const client = await openRaw(server.origin);
  client.send(`${post}Expect: 100-continue\r\n\r\n`);
  await client.until('HTTP/1.1 100 Continue\r\n\r\n');
  assert.equal(server.done.length, 0);
  client.send('ab');
  assert.match(await client.until('yes'), /100 Continue\r\n\r\nHTTP\/1.1 202 Accepted\r\n/);
  assert.equal(Buffer.from(server.done[0]?.body ?? []).toString(), 'ab');
});

test('Connection: close is honoured, an offered upgrade is passed over', async (t) => {
  const server = await open(t);
  const client = await openRaw(server.origin);
  client.send(`${post}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\nab`);
  await client.until('yes');
  client.send(`${post}connection: CLOSE\r\n\r\nab`);
  const text = await client.end();
  assert.equal(text.match(/HTTP\/1.1 202/g)?.length, 2);
  assert.match(text, /Connection: close\r\n/);
  assert.equal(server.done[1]?.connection, 1);
});

test('HTTP/1.0 is closed behind the answer, unless keep-alive was asked for', async (t) => {
  const server = await open(t);
  const client = await openRaw(server.origin);
  client.send('POST / HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\na');
  assert.match(await client.until('yes'), /Connection: keep-alive/);
  client.send('POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\na');
  await client.end();
  assert.deepEqual(
    server.done.map(({ httpVersion }) => httpVersion),
    ['1.0', '1.0'],
  );
});

test('pipelined requests are answered in their order, however long each takes', async (t) => {
  const server = await open(t, async ({ target }) => ({
    ...ok,
    body: target,
    ...(target === '/1' ? { delayMs: 30 } : {}),
  }));
  const client = await openRaw(server.origin);
  client.send(['/1', '/2', '/3'].map((target) => `GET ${target} HTTP/1.1\r\nHost: h\r\n\r\n`).join(''));
  assert.match(await client.until('/3'), /\/1HTTP[\s\S]*\/2HTTP[\s\S]*\/3$/);
});

test('what is no well-formed HTTP is refused, told, and the connection closed', async (t) => {
  const server = await open(t);
  const client = await openRaw(server.origin);
  client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n');
  assert.match(await client.end(), /^HTTP\/1.1 400 /);
  assert.match(server.done[0]?.trouble?.told ?? '', /ambiguous/);
});

test('what came behind a request that ends the connection gets no answer, and is told so', async (t) => {
  const server = await open(t);
  const client = await openRaw(server.origin);
  client.send('GET / HTTP/1.1\nHost: h\n\nGET / HTTP/1.1\r\nHost: h\r\n\r\n');
  assert.match(await client.end(), /^HTTP\/1.1 400 (?![\s\S]*HTTP\/1\.1)/);
  await server.quiet();
  assert.deepEqual(
    server.done.map(({ answer }) => answer?.undelivered),
    [undefined, true],
  );
});

test('a client that goes away in the middle is told as broken off', async (t) => {
  const server = await open(t);
  const client = await openRaw(server.origin);
  client.send(`${post}\r\na`);
  client.socket.end();
  await client.end();
  await server.quiet();
  assert.match(server.done[0]?.trouble?.told ?? '', /in the middle of the body/);
});

for (const [reset, shown] of [
  ['before', ''],
  ['within', 'y'],
  ['after', 'yes'],
] as const) {
  test(`a reset ${reset} the answer lets the client see ${JSON.stringify(shown)}`, async (t) => {
    const server = await open(t, () => ({ ...ok, reset, staged: { did: 'reset', when: reset } }));
    const client = await openRaw(server.origin);
    client.send(`${post}\r\nab`);
    const text = await client.end();
    assert.equal(text.split('\r\n\r\n')[1] ?? '', shown);
    assert.deepEqual(server.done[0]?.answer?.staged, { did: 'reset', when: reset });
  });
}

test('closing cuts connections that are still waiting for an answer', async (t) => {
  const server = await open(t, () => ({ ...ok, delayMs: 60_000 }));
  const client = await openRaw(server.origin);
  client.send(`${post}\r\nab`);
  client.send('');
  await new Promise((resolve) => setImmediate(resolve));
  await server.close();
  assert.equal(await client.end(), '');
});
