/** 429 and 503: waited for as asked, sent again byte for byte, counted, and given up in the end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../../../../tools/manual-clock.js';
import { answerOf, rawServer, request, senderFor } from './raw-server.js';

test('waits for seconds, sends the same bytes again and counts both', async (t) => {
  const clock = new ManualClock();
  const server = await rawServer(t, ({ socket, count }) =>
    socket.write(count === 1 ? answerOf(429, '', 'Retry-After: 7') : answerOf(202)),
  );
  const sender = senderFor(t, server.url, { clock });
  const exchange = await sender.send(request);
  assert.equal(exchange.answer?.status, 202);
  assert.deepEqual(exchange.waits, [{ status: 429, waitedMs: 7_000 }]);
  assert.deepEqual([exchange.number, exchange.startedMs], [2, 7_000]);
  assert.deepEqual(sender.counts, { requests: 2, throttled: 1, waitedMs: 7_000, connections: 1 });
  assert.deepEqual(server.arrivals[0]?.bytes, server.arrivals[1]?.bytes);
});

test('waits for a date, relative to the Date of the answer', async (t) => {
  const clock = new ManualClock(Date.UTC(1999, 0, 1));
  const dates = ['Date: Sun, 06 Nov 1994 08:49:30 GMT', 'Retry-After: Sun, 06 Nov 1994 08:49:37 GMT'];
  const server = await rawServer(t, ({ socket, count }) =>
    socket.write(count === 1 ? answerOf(503, '', ...dates) : answerOf(202)),
  );
  const exchange = await senderFor(t, server.url, { clock }).send(request);
  assert.deepEqual(exchange.waits, [{ status: 503, waitedMs: 7_000 }]);
});

test('never waits longer than the bound', async (t) => {
  const clock = new ManualClock();
  const server = await rawServer(t, ({ socket, count }) =>
    socket.write(count === 1 ? answerOf(503, '', 'Retry-After: 99999999999') : answerOf(202)),
  );
  await senderFor(t, server.url, { clock, throttle: { maxWaitMs: 1_234 } }).send(request);
  assert.deepEqual(clock.waits, [1_234]);
});

test('doubles the wait when there is no usable Retry-After, then gives up with the last answer', async (t) => {
  const clock = new ManualClock();
  const server = await rawServer(t, ({ socket, count }) =>
    socket.write(answerOf(count === 5 ? 503 : 429, `${count}`, 'Retry-After: -1')),
  );
  const sender = senderFor(t, server.url, { clock, throttle: { fallbackMs: 100 } });
  const exchange = await sender.send(request);
  assert.deepEqual(clock.waits, [100, 200, 400, 800]);
  assert.equal(exchange.failure?.kind, 'throttled');
  assert.equal(exchange.answer?.status, 503);
  assert.equal(Buffer.from(exchange.answer?.body ?? []).toString(), '5');
  assert.deepEqual(
    exchange.waits.map(({ status }) => status),
    [429, 429, 429, 429],
  );
  assert.deepEqual([sender.counts.requests, sender.counts.throttled], [5, 4]);
});

test('the others hold back while one is told to wait, and the one that waited goes first', async (t) => {
  const clock = new ManualClock();
  const server = await rawServer(t, ({ socket, count }) =>
    socket.write(count === 1 ? answerOf(429, '', 'Retry-After: 5') : answerOf(202)),
  );
  const sender = senderFor(t, server.url, { clock, concurrency: 1 });
  const tagged = (tag: string) => sender.send({ ...request, body: Buffer.from(tag) });
  const exchanges = await Promise.all([tagged('a'), tagged('b'), tagged('c')]);
  assert.deepEqual(
    server.arrivals.map(({ bytes }) => bytes.toString().at(-1)),
    ['a', 'a', 'b', 'c'],
  );
  assert.ok(exchanges.every(({ startedMs }) => startedMs >= 5_000));
});

test('one held back for another writes nothing before the hold is over', async (t) => {
  const clock = new ManualClock();
  const server = await rawServer(t, ({ socket, count }) => {
    if (count === 1) socket.write(answerOf(429, '', 'Retry-After: 5'));
    else socket.write(answerOf(202));
  });
  const sender = senderFor(t, server.url, { clock, concurrency: 4 });
  const first = sender.send(request);
  // Joins in the moment in which the first has its answer and waits.
  const joined = new Promise((resolve) => {
    const look = (): void => (clock.waits.length > 0 ? resolve(sender.send(request)) : void setImmediate(look));
    look();
  });
  await Promise.all([first, joined]);
  assert.equal(clock.now(), 5_000);
  assert.equal(server.arrivals.length, 3);
});

test('a budget spent while waiting keeps the answer that came', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(429, '', 'Retry-After: 1')));
  const sender = senderFor(t, server.url, { clock: new ManualClock(), maxRequests: 2 });
  const exchange = await sender.send(request);
  assert.deepEqual([exchange.failure?.kind, exchange.answer?.status], ['budget-spent', 429]);
  assert.equal(server.arrivals.length, 2);
});
