/** The answers that the sender reads, whole and odd, each with what is made of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { AnswerReader, type ReadResult } from '../../../../endpoints/sender/answer-reader.js';
import { defaultLimits } from '../../../../endpoints/sender/options.js';
import type { Exchange } from '../../../../wire/exchange.js';
import { rawServer, request, senderFor } from './raw-server.js';

interface Legal {
  readonly name: string;
  readonly bytes: string | Buffer;
  readonly body: string;
  readonly status?: number;
  readonly method?: string;
  /** The service closes after the bytes. */
  readonly ends?: boolean;
  readonly reusable: boolean;
}

const coded = (coding: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: ${coding}\r\nContent-Length: ${bytes.length}\r\n\r\n`),
    bytes,
  ]);

const text = '{"conversationIdentifier":"4f"}';

const legal: readonly Legal[] = [
  { name: 'Content-Length', bytes: `HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi`, body: 'hi', reusable: true },
  {
    name: 'the same length twice',
    bytes: 'HTTP/1.1 200\r\nContent-Length: 2, 2\r\n\r\nhi',
    body: 'hi',
    reusable: true,
  },
  { name: 'bare line feeds', bytes: 'HTTP/1.1 200 OK\nContent-Length: 2\n\nhi', body: 'hi', reusable: true },
  { name: 'blank lines before', bytes: '\r\n\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', body: '', reusable: true },
  {
    name: 'chunked with extensions and trailers',
    bytes:
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n2;a="b"\r\nhi\r\n00A \r\n0123456789\r\n0\r\nX: y\r\n\r\n',
    body: 'hi0123456789',
    reusable: true,
  },
  {
    name: 'chunked beside Content-Length',
    bytes: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n2\r\nhi\r\n0\r\n\r\n',
    body: 'hi',
    reusable: false,
  },
  {
    name: 'ended by closing',
    bytes: 'HTTP/1.1 200 OK\r\n\r\nall of it',
    body: 'all of it',
    ends: true,
    reusable: false,
  },
  { name: '204 without a body', bytes: 'HTTP/1.1 204 No Content\r\n\r\n', body: '', status: 204, reusable: true },
  {
    name: '304 with the length of what it leaves out',
    bytes: 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n',
    body: '',
    status: 304,
    reusable: true,
  },
  {
    name: 'HEAD',
    bytes: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n',
    body: '',
    method: 'HEAD',
    reusable: true,
  },
  {
    name: 'informational answers first',
    bytes:
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 1\r\n\r\n!',
    body: '!',
    status: 201,
    reusable: true,
  },
  { name: 'HTTP/1.0', bytes: 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi', body: 'hi', reusable: false },
  {
    name: 'HTTP/1.0 kept alive',
    bytes: 'HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nhi',
    body: 'hi',
    reusable: true,
  },
  {
    name: 'Connection: close',
    bytes: 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi',
    body: 'hi',
    reusable: false,
  },
  { name: 'bytes left over', bytes: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP', body: 'hi', reusable: false },
  { name: 'gzip', bytes: coded('gzip', gzipSync(text)), body: text, reusable: true },
  { name: 'br', bytes: coded('br', brotliCompressSync(text)), body: text, reusable: true },
  { name: 'deflate', bytes: coded('deflate', deflateSync(text)), body: text, reusable: true },
  { name: 'bare deflate', bytes: coded('deflate', deflateRawSync(text)), body: text, reusable: true },
  { name: 'two codings', bytes: coded('gzip, br', brotliCompressSync(gzipSync(text))), body: text, reusable: true },
  { name: 'identity', bytes: coded('identity', Buffer.from(text)), body: text, reusable: true },
  { name: 'a coding and no body', bytes: coded('gzip', Buffer.alloc(0)), body: '', reusable: true },
];

for (const { name, bytes, body, status = 200, method = 'POST', ends = false, reusable } of legal) {
  test(`reads ${name}`, async (t) => {
    const server = await rawServer(t, ({ socket }) => (ends ? socket.end(bytes) : socket.write(bytes)));
    const sender = senderFor(t, server.url);
    const first = await sender.send({ ...request, method });
    assert.equal(first.failure, undefined);
    assert.equal(first.answer?.status, status);
    assert.equal(Buffer.from(first.answer?.body ?? []).toString(), body);
    assert.equal(first.answer?.truncated, false);
    const second: Exchange = await sender.send({ ...request, method });
    assert.equal(second.connection.reused, reusable);
  });
}

test('keeps fields in order, with their case, duplicates and folded lines', async (t) => {
  const head = 'HTTP/1.1 200 All is well\r\nX-A:  1 \r\nx-a: 2\r\nX-Long: one\r\n\t two\r\nContent-Length: 0\r\n\r\n';
  const server = await rawServer(t, ({ socket }) => socket.write(head));
  const { answer } = await senderFor(t, server.url).send(request);
  assert.equal(answer?.reason, 'All is well');
  assert.equal(answer?.httpVersion, '1.1');
  assert.deepEqual(answer?.fields, [
    ['X-A', '1'],
    ['x-a', '2'],
    ['X-Long', 'one two'],
    ['Content-Length', '0'],
  ]);
});

test('reads the same from any pieces', () => {
  const whole = legal.filter(({ ends, name }) => !ends && name !== 'bytes left over');
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.array(fc.nat(400), { maxLength: 12 }), ({ bytes, method }, cuts) => {
      const message = Buffer.from(bytes);
      assert.deepEqual(readPieces(message, cuts, method), readPieces(message, [], method));
    }),
  );
});

function readPieces(message: Buffer, cuts: readonly number[], method = 'POST'): ReadResult | undefined {
  const reader = new AnswerReader(() => method, defaultLimits);
  let from = 0;
  for (const cut of [...cuts, message.length].map((at) => Math.min(at, message.length)).sort((a, b) => a - b)) {
    const result = cut > from ? reader.push(message.subarray(from, cut)) : undefined;
    from = Math.max(from, cut);
    if (result !== undefined) return result;
  }
  return undefined;
}
