/** Keep-alive: which connection carries what, stale ones, and what stays open. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { answerOf, rawServer, request, senderFor } from './raw-server.js';

test('reuses an idle connection, and opens a fresh one when told', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, server.url);
  const seen = [];
  for (const connection of ['pooled', 'pooled', 'fresh', 'pooled'] as const) {
    seen.push((await sender.send(request, { connection })).connection);
  }
  assert.deepEqual(seen, [
    { id: 1, reused: false },
    { id: 1, reused: true },
    { id: 2, reused: false },
    { id: 1, reused: true },
  ]);
  assert.deepEqual(sender.counts, { requests: 4, throttled: 0, waitedMs: 0, connections: 2 });
});

for (const [how, go] of [
  ['closed', 'end'],
  ['reset', 'resetAndDestroy'],
] as const) {
  test(`a reused connection ${how} before a byte came is no finding: sent once more on a fresh one`, async (t) => {
    const server = await rawServer(t, ({ socket, count }) => {
      if (count === 2) socket[go]();
      else socket.write(answerOf(202));
    });
    const sender = senderFor(t, server.url);
    await sender.send(request);
    const exchange = await sender.send(request);
    assert.equal(exchange.answer?.status, 202);
    assert.deepEqual([exchange.number, exchange.connection], [3, { id: 2, reused: false }]);
    assert.equal(sender.counts.requests, 3);
    assert.deepEqual(server.arrivals[1]?.bytes, server.arrivals[2]?.bytes);
  });
}

test('408 on a reused connection is the service giving it up; on a fresh one it is the answer', async (t) => {
  const server = await rawServer(t, ({ socket, count }) => socket.write(answerOf(count === 1 ? 202 : 408)));
  const sender = senderFor(t, server.url);
  await sender.send(request);
  const exchange = await sender.send(request);
  assert.deepEqual([exchange.answer?.status, exchange.connection.reused], [408, false]);
  assert.equal(sender.counts.requests, 3);
});

test('a fresh connection that closes without an answer is not tried again', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.end());
  const sender = senderFor(t, server.url);
  assert.equal((await sender.send(request)).failure?.kind, 'closed-early');
  assert.equal(sender.counts.requests, 1);
});

test('a reused connection that breaks within the answer is not tried again', async (t) => {
  const server = await rawServer(t, ({ socket, count }) =>
    count === 1 ? socket.write(answerOf(202)) : socket.end('HTTP/1.1 20'),
  );
  const sender = senderFor(t, server.url);
  await sender.send(request);
  assert.equal((await sender.send(request)).failure?.kind, 'closed-early');
  assert.equal(sender.counts.requests, 2);
});

test('bytes that nobody asked for end an idle connection', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, server.url);
  await sender.send(request);
  const [socket] = server.sockets;
  assert.ok(socket);
  socket.write('HTTP/1.1 408 Too Slow\r\n\r\n');
  await once(socket, 'close');
  const next = await sender.send(request);
  assert.deepEqual([next.answer?.status, next.connection.id], [202, 2]);
});

test('close() ends idle connections and waits for what is under way', async (t) => {
  const server = await rawServer(t, ({ socket }) => setImmediate(() => socket.write(answerOf(202))));
  const sender = senderFor(t, server.url, { concurrency: 1 });
  const [underWay, inLine] = [sender.send(request), sender.send(request)];
  await sender.close();
  assert.equal((await underWay).answer?.status, 202);
  assert.equal((await inLine).failure?.kind, 'aborted');
  assert.equal((await sender.send(request)).failure?.kind, 'aborted');
  const [socket] = server.sockets;
  assert.ok(socket);
  if (!socket.destroyed) await once(socket, 'close');
});

test('an idle connection does not keep the process alive', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const module = new URL('../../../../endpoints/sender/sender.js', import.meta.url);
  const script = `import { createSender } from ${JSON.stringify(module.href)};
    const sender = createSender({ baseUrl: new URL(${JSON.stringify(server.url.href)}), concurrency: 1 });
    const { answer } = await sender.send({ method: 'POST', fields: [], body: new Uint8Array() });
    console.log(answer.status);`;
  const child = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 });
  assert.equal(child.stdout, '202\n');
});
