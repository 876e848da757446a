/** The proxy changes no byte: odd but legal requests reach the service, and its answers the client, as they were sent. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { openProxyServer } from '../../../../endpoints/proxy/proxy-server.js';
import type { TappedExchange } from '../../../../endpoints/proxy/tapped-connection.js';
import { openRaw } from '../org/raw-client.js';

/** A service that answers with given bytes as soon as it has seen `whole`, and keeps what it was sent. */
async function service(t: TestContext, whole: string, answer: string): Promise<{ url: URL; received: () => string }> {
  let text = '';
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let own = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      own += chunk.toString('latin1');
      if (own.endsWith(whole)) socket.end(Buffer.from(answer, 'latin1'));
    });
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/api`), received: () => text };
}

const form = '--b c\r\ncontent-disposition:form-data;name=participants\r\n\r\n[]\r\n--b c--';
const requests: readonly (readonly [name: string, bytes: string, methods: readonly string[]])[] = [
  [
    'names in odd cases, blanks around values',
    `POST /api/v1/conversation HTTP/1.1\r\nhOsT:\t h \r\nOrgid:x\r\ncontent-length:  ${form.length}\t\r\n\r\n${form}`,
    ['POST'],
  ],
  [
    'chunks with extensions and trailers',
    'POST /a HTTP/1.1\r\nHost: h\r\ntransfer-encoding: CHUNKED\r\n\r\n0003;q="a;b"\r\nabc\r\n000\r\nX-T: 1\r\n\r\n',
    ['POST'],
  ],
  [
    'a chunk for each byte',
    'POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n',
    ['POST'],
  ],
  [
    'Expect sent with its body',
    'POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx',
    ['POST'],
  ],
  ['HTTP/1.0 without Host', 'POST /a HTTP/1.0\r\nContent-Length: 1\r\n\r\nx', ['POST']],
  ['absolute form, query, fragment-like', 'GET http://h/api/v1/x?a=%20&b=;c HTTP/1.1\r\nHost: h\r\n\r\n', ['GET']],
  ['duplicates and an empty value', 'GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\na: 2\r\nB:\r\n\r\n', ['GET']],
  ['an empty line in front', '\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n', ['GET']],
  ['an unknown method', 'M-SEARCH * HTTP/1.1\r\nHost: h\r\n\r\n', ['M-SEARCH']],
  ['an offered upgrade', 'GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', ['GET']],
  [
    'bytes beyond ASCII',
    'POST / HTTP/1.1\r\nHost: h\r\nX: \u00e9\u00ff\r\nContent-Length: 3\r\n\r\n\u0000\u00ff\u0080',
    ['POST'],
  ],
  [
    'two pipelined requests',
    'POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nxPOST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\ny',
    ['POST', 'POST'],
  ],
];

for (const [name, bytes, methods] of requests) {
  test(name, async (t) => {
    const answer = 'HTTP/1.1 202 oK  \r\ncontent-Length:2\r\nX:  y \r\n\r\n{}'.repeat(methods.length);
    const { url, received } = await service(t, bytes, answer);
    const seen: TappedExchange[] = [];
    let arrived: () => void = () => undefined;
    const all = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const proxy = await openProxyServer({
      baseUrl: url,
      port: 0,
      host: '127.0.0.1',
      now: () => performance.now(),
      onExchange: (exchange) => {
        seen.push(exchange);
        if (seen.length === methods.length) arrived();
      },
    });
    t.after(() => proxy.close());
    const client = await openRaw(proxy.origin);
    // In two pieces that end anywhere.
    const middle = bytes.length >> 1;
    client.send(bytes.slice(0, middle));
    await new Promise((resolve) => setImmediate(resolve));
    client.send(bytes.slice(middle));
    assert.equal(await client.end(), answer);
    assert.equal(received(), bytes);
    await all;
    assert.deepEqual(
      seen.map(({ request, answer: given }) => [request.head.method, request.trouble, given?.head.status]),
      methods.map((method) => [method, undefined, 202]),
    );
  });
}

const oddAnswers: readonly (readonly [name: string, bytes: string, status: number, body: string])[] = [
  ['100 Continue before it', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 A\r\nContent-Length: 1\r\n\r\nx', 202, 'x'],
  [
    'chunked with trailers',
    'HTTP/1.1 200 O\r\nTransfer-Encoding: chunked\r\n\r\n1;a\r\nx\r\n1\r\ny\r\n0\r\nT: 1\r\n\r\n',
    200,
    'xy',
  ],
  ['ended by the connection', 'HTTP/1.1 200 O\r\n\r\nuntil the end', 200, 'until the end'],
  ['without a body', 'HTTP/1.1 204 None\r\n\r\n', 204, ''],
];

for (const [name, bytes, status, body] of oddAnswers) {
  test(`an answer: ${name}`, async (t) => {
    const { url } = await service(t, '\r\n\r\n', bytes);
    let give: (exchange: TappedExchange) => void = () => undefined;
    const told = new Promise<TappedExchange>((resolve) => {
      give = resolve;
    });
    const server = await openProxyServer({
      baseUrl: url,
      port: 0,
      host: '127.0.0.1',
      now: () => 0,
      onExchange: (one) => give(one),
    });
    t.after(() => server.close());
    const client = await openRaw(server.origin);
    client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    assert.equal(await client.end(), bytes);
    const { answer } = await told;
    assert.deepEqual([answer?.head.status, answer?.decoded.toString()], [status, body]);
  });
}

test('what is no HTTP goes through all the same', async (t) => {
  const { url, received } = await service(t, '\u0016\u0003\u0001', 'binary \u0000 answer');
  const proxy = await openProxyServer({
    baseUrl: url,
    port: 0,
    host: '127.0.0.1',
    now: () => 0,
    onExchange: () => undefined,
  });
  t.after(() => proxy.close());
  const client = await openRaw(proxy.origin);
  client.send('\u0016\u0003\u0001');
  assert.equal(await client.end(), 'binary \u0000 answer');
  assert.equal(received(), '\u0016\u0003\u0001');
});

test('a service that is not there: the connection ends, and the exchange says why', async (t) => {
  const { url } = await service(t, 'never', '');
  const closed = new URL(url);
  closed.port = '1';
  let give: (exchange: TappedExchange) => void = () => undefined;
  const told = new Promise<TappedExchange>((resolve) => {
    give = resolve;
  });
  const proxy = await openProxyServer({
    baseUrl: closed,
    port: 0,
    host: '127.0.0.1',
    now: () => 0,
    onExchange: (one) => give(one),
  });
  t.after(() => proxy.close());
  const client = await openRaw(proxy.origin);
  client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
  assert.equal(await client.end(), '');
  assert.match((await told).trouble ?? '', /connection to the service failed: ECONNREFUSED|had ended/);
});
