/** Services that answer wrongly, endlessly or not at all: each comes to one named failure, in bounded space and time. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { SenderOptions } from '../../../../endpoints/sender/options.js';
import type { FailureKind } from '../../../../wire/exchange.js';
import { portOf, rawServer, request, senderFor } from './raw-server.js';

/** Writes a beginning, then the same piece for as long as the other side takes it. */
function flood(socket: Socket, beginning: string, piece: string): void {
  socket.write(beginning);
  const more = (): void => {
    while (socket.writable && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

const ok = 'HTTP/1.1 200 OK\r\n';
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;

interface Wrong {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  readonly failure: FailureKind;
  /** The end of the answer was clear, whatever was in it: the connection is still good. */
  readonly framed?: true;
  readonly options?: Partial<SenderOptions>;
}

const sends =
  (bytes: string | Buffer) =>
  (socket: Socket): void => {
    socket.write(bytes);
  };
const ends =
  (bytes: string) =>
  (socket: Socket): void => {
    socket.end(bytes);
  };

const wrong: readonly Wrong[] = [
  { name: 'closes without a word', answer: ends(''), failure: 'closed-early' },
  { name: 'closes in the header section', answer: ends(`${ok}Content-Le`), failure: 'closed-early' },
  { name: 'closes in the body', answer: ends(`${ok}Content-Length: 9\r\n\r\nhalf`), failure: 'cut-answer' },
  { name: 'closes between chunks', answer: ends(`${chunked}2\r\nhi\r\n`), failure: 'cut-answer' },
  { name: 'resets', answer: (socket) => socket.resetAndDestroy(), failure: 'reset' },
  { name: 'speaks another protocol', answer: sends('SSH-2.0-Other\r\n'), failure: 'not-http' },
  { name: 'sends garbage without a line end', answer: sends(Buffer.of(0x15, 3, 1, 0, 2)), failure: 'not-http' },
  { name: 'answers as HTTP/2', answer: sends('HTTP/2 200\r\n\r\n'), failure: 'not-http' },
  { name: 'has no proper status', answer: sends('HTTP/1.1 20x OK\r\n\r\n'), failure: 'malformed-answer' },
  { name: 'has a status below 100', answer: sends('HTTP/1.1 099 Odd\r\n\r\n'), failure: 'malformed-answer' },
  { name: 'has a line without a colon', answer: sends(`${ok}nonsense\r\n\r\n`), failure: 'malformed-answer' },
  { name: 'has a blank before the colon', answer: sends(`${ok}X : y\r\n\r\n`), failure: 'malformed-answer' },
  { name: 'folds the first line', answer: sends(`${ok} X: y\r\n\r\n`), failure: 'malformed-answer' },
  { name: 'has a bare CR in a value', answer: sends(`${ok}X: a\rb\r\n\r\n`), failure: 'malformed-answer' },
  { name: 'has a NUL in a value', answer: sends(`${ok}X: a\0b\r\n\r\n`), failure: 'malformed-answer' },
  {
    name: 'has two Content-Lengths',
    answer: sends(`${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nhi`),
    failure: 'malformed-answer',
  },
  { name: 'has a negative length', answer: sends(`${ok}Content-Length: -1\r\n\r\n`), failure: 'malformed-answer' },
  { name: 'has an empty length', answer: sends(`${ok}Content-Length:\r\n\r\n`), failure: 'malformed-answer' },
  {
    name: 'puts a coding after chunked',
    answer: sends(`${ok}Transfer-Encoding: chunked, gzip\r\n\r\n`),
    failure: 'malformed-answer',
  },
  { name: 'has a chunk size that is none', answer: sends(`${chunked}xyz\r\n`), failure: 'malformed-answer' },
  { name: 'has a chunk longer than it says', answer: sends(`${chunked}2\r\nhi!\r\n`), failure: 'malformed-answer' },
  {
    name: 'floods a chunk extension',
    answer: (socket) => flood(socket, `${chunked}2;`, 'x'.repeat(4096)),
    failure: 'malformed-answer',
  },
  {
    name: 'floods trailers',
    answer: (socket) => flood(socket, `${chunked}0\r\n`, 'X: y\r\n'.repeat(500)),
    failure: 'answer-too-large',
  },
  { name: 'floods status lines', answer: (socket) => flood(socket, '', ok), failure: 'answer-too-large' },
  {
    name: 'floods header lines',
    answer: (socket) => flood(socket, ok, 'X-Y: z\r\n'.repeat(500)),
    failure: 'answer-too-large',
  },
  {
    name: 'floods a header value',
    answer: (socket) => flood(socket, `${ok}X: `, 'y'.repeat(4096)),
    failure: 'answer-too-large',
  },
  {
    name: 'floods blank lines',
    answer: (socket) => flood(socket, '', '\r\n'.repeat(500)),
    failure: 'answer-too-large',
  },
  {
    name: 'floods informational answers',
    answer: (socket) => flood(socket, '', 'HTTP/1.1 100 Continue\r\n\r\n'),
    failure: 'malformed-answer',
  },
  {
    name: 'names a coding that the body is not in',
    answer: sends(`${ok}Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain`),
    failure: 'malformed-answer',
    framed: true,
  },
  {
    name: 'names an unknown coding',
    answer: sends(`${ok}Content-Encoding: rot13\r\nContent-Length: 5\r\n\r\nplain`),
    failure: 'malformed-answer',
    framed: true,
  },
  {
    name: 'names too many codings',
    answer: sends(`${ok}Content-Encoding: gzip,gzip,gzip,gzip,gzip\r\nContent-Length: 1\r\n\r\nx`),
    failure: 'malformed-answer',
    framed: true,
  },
  {
    name: 'never answers',
    answer: () => undefined,
    failure: 'answer-timeout',
    options: { timeouts: { answerMs: 30 } },
  },
  {
    name: 'goes quiet after an informational answer',
    answer: sends('HTTP/1.1 100 Continue\r\n\r\n'),
    failure: 'answer-timeout',
    options: { timeouts: { answerMs: 30 } },
  },
  {
    name: 'never ends its header section',
    answer: sends('HTTP/1.1 2'),
    failure: 'body-timeout',
    options: { timeouts: { bodyMs: 30 } },
  },
  {
    name: 'never ends its body',
    answer: sends(`${ok}Content-Length: 9\r\n\r\nhalf`),
    failure: 'body-timeout',
    options: { timeouts: { bodyMs: 30 } },
  },
];

for (const { name, answer, failure, framed = false, options } of wrong) {
  test(`a service that ${name}: ${failure}`, async (t) => {
    const server = await rawServer(t, ({ socket }) => answer(socket));
    const sender = senderFor(t, server.url, options);
    const exchange = await sender.send(request);
    assert.equal(exchange.failure?.kind, failure, exchange.failure?.message);
    assert.equal(exchange.answer, undefined);
    assert.ok(exchange.failure?.message.includes(server.url.host), exchange.failure?.message);
    const next = await sender.send(request);
    assert.equal(next.connection.reused, framed, 'a broken connection is not used again');
  });
}

for (const [name, head] of [
  ['announced', `${ok}Content-Length: 99999999999999999999\r\n\r\n`],
  ['chunked', `${chunked}ffffffffffffffff\r\n`],
  ['unannounced', `${ok}\r\n`],
] as const) {
  test(`an endless body, ${name}, is cut at the limit`, async (t) => {
    const server = await rawServer(t, ({ socket }) => flood(socket, head, 'x'.repeat(4096)));
    const { answer, failure } = await senderFor(t, server.url, { limits: { bodyBytes: 10_000 } }).send(request);
    assert.equal(failure, undefined);
    assert.equal(answer?.truncated, true);
    assert.equal(answer?.body.length, 10_000);
  });
}

test('a body of exactly the limit is not cut', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(`${ok}Content-Length: 10\r\n\r\n0123456789`));
  const { answer } = await senderFor(t, server.url, { limits: { bodyBytes: 10 } }).send(request);
  assert.deepEqual([answer?.truncated, answer?.body.length], [false, 10]);
});

test('a decompression bomb is cut at the limit, and so is a coded body cut on the wire', async (t) => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const server = await rawServer(t, ({ socket }) => {
    socket.write(`${ok}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
    socket.write(bomb);
  });
  const whole = await senderFor(t, server.url, { limits: { decodedBytes: 10_000 } }).send(request);
  assert.deepEqual([whole.answer?.truncated, whole.answer?.body.length], [true, 10_000]);
  const cut = await senderFor(t, server.url, { limits: { bodyBytes: 1_000 } }).send(request);
  assert.equal(cut.answer?.truncated, true);
  assert.ok((cut.answer?.body.length ?? 0) <= 1024 * 1024);
});

test('an answer that comes before the message is out is read, and its connection closed', async (t) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('readable', () => socket.write(`HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n`));
    t.after(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const sender = senderFor(t, new URL(`http://127.0.0.1:${portOf(server)}`));
  const large = { ...request, body: Buffer.alloc(30_000_000) };
  const first = await sender.send(large);
  assert.equal(first.answer?.status, 413, first.failure?.message);
  assert.equal((await sender.send(large)).connection.reused, false);
});

test('a service that reads nothing: write-timeout', async (t) => {
  const server = await rawServer(
    t,
    () => undefined,
    (socket) => socket.pause(),
  );
  const sender = senderFor(t, server.url, { timeouts: { writeMs: 50 } });
  const exchange = await sender.send({ ...request, body: Buffer.alloc(30_000_000) });
  assert.equal(exchange.failure?.kind, 'write-timeout');
});

test('nobody listens: connection-refused', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  const sender = senderFor(t, new URL(`http://127.0.0.1:${port}`));
  const exchange = await sender.send(request);
  assert.deepEqual(exchange.failure, {
    kind: 'connection-refused',
    message: `connection refused by 127.0.0.1:${port}`,
  });
  assert.deepEqual(exchange.connection, { id: 0, reused: false });
  assert.equal(sender.counts.requests, 0);
});

test('a name that does not exist: dns', async (t) => {
  const exchange = await senderFor(t, new URL('http://no-such-host.invalid')).send(request);
  assert.equal(exchange.failure?.kind, 'dns', exchange.failure?.message);
});
