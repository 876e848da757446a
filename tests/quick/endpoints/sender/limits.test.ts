/** How many at once, how fast, how many in all, and how it is cut short. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { createSender } from '../../../../endpoints/sender/sender.js';
import { ManualClock } from '../../../../tools/manual-clock.js';
import { answerOf, portOf, rawServer, request, senderFor } from './raw-server.js';

const many = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test('never has more under way than told, and serves the line in order', async (t) => {
  const waiting: Socket[] = [];
  let most = 0;
  // Answers only once three wait: fewer under way would hang, more would open a fourth connection.
  const server = await rawServer(t, ({ socket }) => {
    most = Math.max(most, waiting.push(socket));
    if (waiting.length === 3) for (const one of waiting.splice(0)) one.write(answerOf(202));
  });
  const sender = senderFor(t, server.url, { concurrency: 3, timeouts: { answerMs: 5_000 } });
  const exchanges = await Promise.all(many(21).map(() => sender.send(request)));
  assert.equal(most, 3);
  assert.ok(exchanges.every(({ answer }) => answer?.status === 202));
  assert.deepEqual(
    exchanges.map(({ number }) => number),
    many(21).map((index) => index + 1),
  );
  assert.equal(sender.counts.connections, 3);
});

test('keeps the pace over all requests', async (t) => {
  const clock = new ManualClock();
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, server.url, { clock, ratePerSecond: 10 });
  const exchanges = await Promise.all(many(5).map(() => sender.send(request)));
  assert.deepEqual(
    exchanges.map(({ startedMs }) => startedMs),
    [0, 100, 200, 300, 400],
  );
});

test('writes nothing beyond the budget', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, server.url, { maxRequests: 3 });
  const exchanges = await Promise.all(many(6).map(() => sender.send(request)));
  const failures = exchanges.map(({ failure }) => failure?.kind).filter((kind) => kind !== undefined);
  assert.deepEqual(failures, ['budget-spent', 'budget-spent', 'budget-spent']);
  assert.equal(server.arrivals.length, 3);
  assert.equal(sender.counts.requests, 3);
  assert.equal(new Set(exchanges.map(({ number }) => number)).size, 6);
});

test('what leaves requests for others is not sent into their share, retries included', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(server.arrivals.length === 3 ? 429 : 202)));
  const sender = senderFor(t, server.url, { clock: new ManualClock(), concurrency: 1, maxRequests: 5 });
  const first = await Promise.all(many(4).map(() => sender.send(request, { leaves: 2 })));
  assert.deepEqual(
    first.map(({ failure, answer }) => [failure?.kind, answer?.status]),
    [
      [undefined, 202],
      [undefined, 202],
      ['budget-spent', 429],
      ['budget-spent', undefined],
    ],
  );
  assert.match(first[3]?.failure?.message ?? '', /5 requests is spent, but for/);
  const rest = await Promise.all(many(3).map(() => sender.send(request)));
  assert.deepEqual(
    rest.map(({ failure }) => failure?.kind),
    [undefined, undefined, 'budget-spent'],
  );
  assert.equal(server.arrivals.length, 5);
});

test('a race keeps to the budget too', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const exchanges = await senderFor(t, server.url, { maxRequests: 2 }).race(many(4).map(() => request));
  assert.deepEqual(
    exchanges.map(({ failure }) => failure?.kind),
    [undefined, undefined, 'budget-spent', 'budget-spent'],
  );
});

test('the signal ends what is under way and what waits', async (t) => {
  const cut = new AbortController();
  const server = await rawServer(t, () => cut.abort());
  const sender = senderFor(t, server.url, { concurrency: 1, signal: cut.signal });
  const exchanges = await Promise.all(many(3).map(() => sender.send(request)));
  assert.deepEqual(
    exchanges.map(({ failure, connection }) => [failure?.kind, connection.id]),
    [
      ['aborted', 1],
      ['aborted', 0],
      ['aborted', 0],
    ],
  );
  assert.equal((await sender.send(request)).failure?.kind, 'aborted');
  assert.equal((await sender.race([request]))[0]?.failure?.kind, 'aborted');
});

test('the signal ends a wait for 429, and the answer that came is kept', async (t) => {
  const cut = new AbortController();
  const cutInstead = (): (() => void) => {
    cut.abort();
    return () => undefined;
  };
  const clock = { now: () => 0, wallMs: () => 0, after: cutInstead };
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(429)));
  const exchange = await senderFor(t, server.url, { clock, signal: cut.signal }).send(request);
  assert.deepEqual([exchange.failure?.kind, exchange.answer?.status], ['aborted', 429]);
});

test('the signal ends a connection in the making', async (t) => {
  const cut = new AbortController();
  // Accepts TCP and never answers the TLS handshake.
  const server = createServer((socket) => {
    t.after(() => socket.destroy());
    socket.once('data', () => cut.abort());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const sender = senderFor(t, new URL(`https://127.0.0.1:${portOf(server)}`), { signal: cut.signal });
  assert.equal((await sender.send(request)).failure?.kind, 'aborted');
});

test('a signal that has fired already lets nothing out', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, server.url, { signal: AbortSignal.abort() });
  assert.equal((await sender.send(request)).failure?.kind, 'aborted');
  assert.equal(server.sockets.length, 0);
});

test('refuses options that no sender can work with', () => {
  const baseUrl = new URL('http://127.0.0.1:9');
  assert.throws(() => createSender({ baseUrl, concurrency: 0 }), RangeError);
  assert.throws(() => createSender({ baseUrl, concurrency: 1, ratePerSecond: 0 }), RangeError);
  assert.throws(() => createSender({ baseUrl: new URL('ftp://127.0.0.1'), concurrency: 1 }), RangeError);
});
