/** What the sender puts on the wire, byte for byte. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WireRequest } from '../../../../wire/request.js';
import { answerOf, rawServer, request, senderFor } from './raw-server.js';

const crlf = (...lines: string[]): string => lines.join('\r\n');

test('adds Host and Content-Length, and nothing else', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const exchange = await senderFor(t, server.url).send(request);
  const expected = crlf(
    'POST /api/v1/conversation HTTP/1.1',
    `Host: ${server.url.host}`,
    'Content-Type: text/plain',
    'Content-Length: 5',
    '',
    'hello',
  );
  assert.equal(server.arrivals[0]?.bytes.toString(), expected);
  assert.equal(exchange.head + Buffer.from(exchange.body).toString(), expected);
  assert.equal(exchange.answer?.status, 202);
});

test('keeps names, values and their order untouched, text as UTF-8', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const fields: WireRequest['fields'] = [
    ['x-B', '  padded\t '],
    ['X-a', ''],
    ['x-B', 'Gr\u00fc\u00dfe \u{1f600}'],
    ['Bad Name ', 'a\r\nInjected: b\0\x01'],
  ];
  const exchange = await senderFor(t, server.url).send({ ...request, method: 'PoST', fields, body: Buffer.of(0, 255) });
  const head = crlf(
    'PoST /api/v1/conversation HTTP/1.1',
    `Host: ${server.url.host}`,
    'x-B:   padded\t ',
    'X-a: ',
    'x-B: Gr\u00fc\u00dfe \u{1f600}',
    'Bad Name : a\r\nInjected: b\0\x01',
    'Content-Length: 2',
    '\r\n',
  );
  assert.equal(exchange.head, head);
  assert.deepEqual(server.arrivals[0]?.bytes, Buffer.concat([Buffer.from(head), Buffer.of(0, 255)]));
});

test('leaves framing to the fields that hold their own', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, server.url);
  const short = await sender.send({ ...request, fields: [['content-length', '3']] });
  assert.ok(short.head.endsWith(`Host: ${server.url.host}\r\ncontent-length: 3\r\n\r\n`));
  const chunked = await sender.send({ ...request, fields: [['Transfer-Encoding', 'chunked']] });
  assert.ok(!chunked.head.includes('Content-Length'));
  assert.deepEqual([chunked.connection.id, chunked.connection.reused], [2, false], 'misframed: not reused');
});

test('says Connection: close on a fresh connection and User-Agent only when told', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const sender = senderFor(t, new URL(server.url.origin), { userAgent: 'suite/1' });
  const exchange = await sender.send(request, { connection: 'fresh' });
  assert.ok(exchange.head.startsWith('POST /v1/conversation HTTP/1.1\r\n'));
  assert.ok(exchange.head.endsWith('Content-Length: 5\r\nUser-Agent: suite/1\r\nConnection: close\r\n\r\n'));
});
