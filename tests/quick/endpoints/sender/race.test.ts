/** A race: everything open and all but written before the last bytes go out together. */
import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { ManualClock } from '../../../../tools/manual-clock.js';
import { answerOf, rawServer, request, senderFor } from './raw-server.js';

const racers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...request, body: Buffer.from(`racer ${index}`) }));

test('opens every connection, writes all but the last bytes, then the last bytes in one turn', async (t) => {
  const server = await rawServer(t, ({ socket, bytes }) => socket.write(answerOf(202, bytes.toString().slice(-7))));
  const sender = senderFor(t, server.url, { concurrency: 2 });
  const writes: { bytes: number; open: number; turn: number }[] = [];
  let turn = 0;
  const write = Socket.prototype.write;
  t.mock.method(Socket.prototype, 'write', function (this: Socket, ...args: Parameters<typeof write>) {
    if (this.remotePort === Number(server.url.port)) {
      if (turn === 0) setImmediate(() => (turn += 1));
      writes.push({ bytes: args[0].length, open: sender.counts.connections, turn });
    }
    return write.apply(this, args);
  });
  const exchanges = await sender.race(racers(6));
  assert.deepEqual(
    exchanges.map(({ answer }) => Buffer.from(answer?.body ?? []).toString()),
    racers(6).map(({ body }) => body.toString()),
  );
  const whole = exchanges.map(({ head, body }) => Buffer.byteLength(head) + body.length);
  assert.deepEqual(
    writes.map(({ bytes }) => bytes),
    [...whole.map((bytes) => bytes - 1), ...whole.map(() => 1)],
  );
  assert.ok(writes.every(({ open }) => open === 6));
  assert.equal(new Set(writes.slice(6).map((one) => one.turn)).size, 1);
  assert.equal(new Set(exchanges.map(({ connection }) => connection.id)).size, 6);
});

test('takes idle connections first', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, server.url);
  await sender.race(racers(2));
  const exchanges = await sender.race(racers(3));
  assert.equal(exchanges.filter(({ connection }) => connection.reused).length, 2);
  assert.equal(sender.counts.connections, 3);
});

test('sends a throttled racer again by itself, with its wait told', async (t) => {
  const server = await rawServer(t, ({ socket, count }) =>
    socket.write(count === 1 ? answerOf(429, '', 'Retry-After: 3') : answerOf(202)),
  );
  const sender = senderFor(t, server.url, { clock: new ManualClock() });
  const exchanges = await sender.race(racers(3));
  assert.deepEqual(
    exchanges.map(({ answer }) => answer?.status),
    [202, 202, 202],
  );
  assert.deepEqual(
    exchanges.flatMap(({ waits }) => waits),
    [{ status: 429, waitedMs: 3_000 }],
  );
  assert.equal(sender.counts.requests, 4);
});

test('sends a racer on a stale connection again', async (t) => {
  const server = await rawServer(t, ({ socket, count }) => {
    if (count === 2) socket.resetAndDestroy();
    else socket.write(answerOf(202));
  });
  const sender = senderFor(t, server.url);
  await sender.send(request);
  const [exchange] = await sender.race(racers(1));
  assert.deepEqual([exchange?.answer?.status, exchange?.connection.reused], [202, false]);
});

test('tells each racer its own failure', async (t) => {
  const server = await rawServer(t, ({ socket, count }) => {
    if (count === 1) socket.end();
    else socket.write(answerOf(202));
  });
  const kinds = (await senderFor(t, server.url).race(racers(3))).map(({ failure }) => failure?.kind);
  assert.deepEqual(kinds.sort(), ['closed-early', undefined, undefined]);
});

test('a race of none is none', async (t) => {
  assert.deepEqual(await senderFor(t, new URL('http://127.0.0.1:9')).race([]), []);
});
