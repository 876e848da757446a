/** The reader cuts bytes into requests, however they drip in, and names what breaks the framing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ReadRequest, RequestReader } from '../../../../endpoints/org/request-reader.js';

function read(bytes: string, step = bytes.length, ends = false): { requests: ReadRequest[]; expects: number } {
  const requests: ReadRequest[] = [];
  let expects = 0;
  const reader = new RequestReader({
    now: () => 0,
    onRequest: (request) => requests.push(request),
    onExpect: () => {
      expects += 1;
    },
  });
  const all = Buffer.from(bytes, 'latin1');
  for (let at = 0; at < all.length; at += step) reader.push(all.subarray(at, at + step));
  if (ends) reader.end();
  return { requests, expects };
}

const plain = 'POST /a?b HTTP/1.1\r\nHost: h\r\norgid:  00D \r\nX: 1\r\nX: 2\r\nContent-Length: 3\r\n\r\nabc';
const chunked =
  'POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2;x="y"\r\nab\r\n1\r\nc\r\n0\r\nTrailer: 1\r\n\r\n';

for (const step of [1, 2, 7, 1000]) {
  test(`pipelined requests in pieces of ${step} bytes`, () => {
    const { requests } = read(`\r\n${plain}${chunked}GET / HTTP/1.0\r\n\r\n`, step);
    assert.deepEqual(
      requests.map(({ head, body, trouble }) => [head.method, head.target, head.httpVersion, String(body), trouble]),
      [
        ['POST', '/a?b', '1.1', 'abc', undefined],
        ['POST', '/c', '1.1', 'abc', undefined],
        ['GET', '/', '1.0', '', undefined],
      ],
    );
    assert.deepEqual(requests[0]?.head.fields, [
      ['Host', 'h'],
      ['orgid', '00D'],
      ['X', '1'],
      ['X', '2'],
      ['Content-Length', '3'],
    ]);
  });
}

test('100 Continue is due when the body has not come, and not when it has', () => {
  const head = 'POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n';
  assert.equal(read(head).expects, 1);
  assert.equal(read(`${head}ab`).expects, 0);
  assert.equal(read(head.replace('1.1', '1.0')).expects, 0);
});

const faults: readonly (readonly [name: string, bytes: string, trouble: RegExp])[] = [
  ['line feeds alone', 'POST / HTTP/1.1\nHost: h\n\n', /line feed alone/],
  ['a folded field', 'POST / HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n', /field A is folded/],
  ['a blank before the colon', 'POST / HTTP/1.1\r\nHost: h\r\nA : b\r\n\r\n', /blank between the field name A/],
  ['no Host', 'POST / HTTP/1.1\r\n\r\n', /no Host field/],
  ['two Hosts', 'POST / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', /more than one Host/],
  ['a host that is none', 'POST / HTTP/1.1\r\nHost: "h"\r\n\r\n', /no host and port/],
  ['a host in the target that is none', 'POST http://"/ HTTP/1.1\r\nHost: h\r\n\r\n', /whose host is none/],
  ['bytes beyond ASCII in the target', 'POST /\xfc HTTP/1.1\r\nHost: h\r\n\r\n', /bytes that are to be escaped/],
  ['a fragment in the target', 'POST /#x HTTP/1.1\r\nHost: h\r\n\r\n', /holds a fragment/],
  [
    'a transfer coding that is none',
    'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nTransfer-Encoding: identity\r\n\r\n',
    /no transfer coding of HTTP\/1\.1/,
  ],
  ['a control character in a field', 'POST / HTTP/1.1\r\nHost: h\r\nA: b\x01\r\n\r\n', /A holds a control character/],
  [
    'one length twice',
    'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n',
    /more than once/,
  ],
  ['lengths in a list', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0, 0\r\n\r\n', /more than once/],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', /different values/],
  ['a length that is no number', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n', /not a number/],
  [
    'both framings',
    'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    /both Content-Length and Transfer-Encoding/,
  ],
  ['a broken chunk', 'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', /chunked body breaks/],
  ['a line feed behind a chunk', chunked.replace('ab\r\n', 'ab\n'), /chunked body ends in a line feed alone/],
  ['a line feed behind the chunks', chunked.replace(/\r\n$/, '\n'), /chunked body ends in a line feed alone/],
  ['a blank behind a size', chunked.replace('1\r\nc', '1 \r\nc'), /what is no extension/],
  ['a trailer that is no field', chunked.replace('Trailer: 1', 'words'), /trailers is no field/],
  ['no HTTP', 'hello\r\n\r\n', /no request line/],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', /as HTTP\/2 does/],
  ['HTTP/0.9', 'GET /\r\n', /names no version/],
  ['TLS', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', /as TLS does/],
  ['a long head', `POST / HTTP/1.1\r\nA: ${'a'.repeat(70_000)}`, /longer than 65536 bytes/],
];

for (const [name, bytes, trouble] of faults) {
  test(`${name}: told as trouble`, () => {
    const { requests } = read(bytes, 5);
    assert.equal(requests.length, 1);
    assert.match(requests[0]?.trouble?.told ?? '', trouble);
  });
}

test('a request that is broken off is told when the connection ends', () => {
  assert.match(read(plain.slice(0, -1), 9, true).requests[0]?.trouble?.told ?? '', /in the middle of the body/);
  assert.match(read('POST / HT', 9, true).requests[0]?.trouble?.told ?? '', /in the middle of the header section/);
  assert.deepEqual(read(plain, 9, true).requests.length, 1);
});

test('a body beyond the bound is cut, and ends the connection', () => {
  const length = 9 * 1024 * 1024;
  const { requests } = read(
    `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ${length}\r\n\r\n${'x'.repeat(length)}`,
    65_536,
  );
  assert.equal(requests[0]?.bodyCut, true);
  assert.equal(requests[0]?.last, true);
  assert.equal(requests.length, 1);
});
