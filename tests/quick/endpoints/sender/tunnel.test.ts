/** Through a proxy: messages arrive byte for byte, TLS goes on top of the tunnel, and each way to fail has its words. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { readProxy } from '../../../../endpoints/sender/proxy.js';
import { noOpenssl, selfSigned } from '../../end-to-end/certificate.js';
import { answerOf, portOf, rawServer, request, senderFor } from './raw-server.js';

const opened = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** A proxy that answers CONNECT with what the test says, and joins the socket to a port of this machine when it opens the tunnel. */
async function proxyServer(t: TestContext, answer: string, port = 0) {
  const asked: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((client) => {
    sockets.push(client);
    client.on('error', () => undefined);
    client.once('data', (head: Buffer) => {
      asked.push(head.toString('latin1'));
      if (answer === '') return void client.end();
      client.write(answer);
      if (answer !== opened) return;
      const upstream = connect(port, '127.0.0.1');
      sockets.push(upstream);
      upstream.on('error', () => client.destroy());
      upstream.on('close', () => client.destroy());
      client.on('close', () => upstream.destroy());
      client.pipe(upstream).pipe(client);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { asked, label: `127.0.0.1:${portOf(server)}`, way: readProxy(`http://127.0.0.1:${portOf(server)}`) };
}

test('a plain service is reached by CONNECT too, and its messages stay as they are', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const proxy = await proxyServer(t, opened, Number(server.url.port));
  const sender = senderFor(t, new URL('http://org.test/api'), { proxy: proxy.way });
  const exchange = await sender.send(request);
  const second = await sender.send(request);
  assert.deepEqual([exchange.answer?.status, second.answer?.status, second.connection.reused], [202, 202, true]);
  assert.deepEqual(proxy.asked, ['CONNECT org.test:80 HTTP/1.1\r\nHost: org.test:80\r\n\r\n']);
  const [arrival] = server.arrivals;
  assert.equal(arrival?.bytes.toString(), exchange.head + Buffer.from(exchange.body).toString());
  assert.match(exchange.head, /^POST \/api\/v1\/conversation HTTP\/1\.1\r\nHost: org\.test\r\n/);
});

test('credentials of the proxy go to the proxy and to nobody else', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(answerOf(202)));
  const proxy = await proxyServer(t, opened, Number(server.url.port));
  const way = readProxy(`http://ann:secret@${proxy.label}`);
  const exchange = await senderFor(t, new URL('http://org.test/api'), { proxy: way }).send(request);
  const encoded = Buffer.from('ann:secret').toString('base64');
  assert.match(proxy.asked[0] ?? '', new RegExp(`\\r\\nProxy-Authorization: Basic ${encoded}\\r\\n`));
  assert.doesNotMatch(exchange.head, /proxy-authorization/i);
  assert.ok(!server.arrivals.some(({ bytes }) => bytes.includes(encoded)));
});

test('TLS goes on top of the tunnel, for the name of the service and not of the proxy', {
  skip: noOpenssl,
}, async (t) => {
  const pair = selfSigned(t, 'DNS:org.test');
  const protocols: unknown[] = [];
  const names: unknown[] = [];
  const tls = createTlsServer({ ...pair, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
    protocols.push(socket.alpnProtocol);
    names.push(Reflect.get(socket, 'servername'));
  });
  tls.on('tlsClientError', () => undefined);
  const { arrivals } = await rawServer(t, ({ socket }) => socket.write(answerOf(202)), undefined, tls);
  const proxy = await proxyServer(t, opened, portOf(tls));
  const url = new URL('https://org.test/api');
  const trusted = await senderFor(t, url, { proxy: proxy.way, ca: pair.cert }).race([request, request, request]);
  assert.ok(trusted.every(({ answer }) => answer?.status === 202));
  assert.deepEqual([new Set(protocols), new Set(names)], [new Set(['http/1.1']), new Set(['org.test'])]);
  assert.equal(proxy.asked.length, 3);
  const before = arrivals.length;
  const untrusted = await senderFor(t, url, { proxy: proxy.way }).send(request);
  assert.equal(untrusted.failure?.kind, 'tls');
  assert.match(
    untrusted.failure?.message ?? '',
    /^certificate of org\.test:443 is not trusted: .*NODE_EXTRA_CA_CERTS; never switch verification off$/,
  );
  assert.equal(arrivals.length, before);
});

const refusals: readonly (readonly [what: string, answer: string, message: RegExp])[] = [
  [
    '407',
    'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
    /answered 407 to CONNECT org\.test:80: it wants a user name and a password/,
  ],
  [
    '403',
    'HTTP/1.1 403 Forbidden\r\nX: y\r\n\r\nno',
    /answered 403 .*does not let this host or port through; ask its owner, or use NO_PROXY$/,
  ],
  ['502', 'HTTP/1.0 502 Bad Gateway\r\n\r\n', /answered 502 to CONNECT org\.test:80: it cannot reach the service$/],
  ['400', 'HTTP/1.1 400 Bad Request\r\n\r\n', /answered 400 .*no way to the service was opened$/],
  ['bytes behind the answer', `${opened}SSH-2.0-x\r\n`, /went on talking: it is not an HTTP proxy$/],
  ['another protocol', 'SSH-2.0-OpenSSH\r\n', /is not an HTTP proxy; check HTTPS_PROXY$/],
  ['an endless answer', `HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(4_000)}`, /is not an HTTP proxy; check HTTPS_PROXY$/],
  ['a closed connection', '', /closed the connection instead of opening a way to org\.test:80$/],
];

for (const [what, answer, message] of refusals) {
  test(`a proxy that gives ${what}: nothing is sent, and it is told`, async (t) => {
    const proxy = await proxyServer(t, answer);
    const sender = senderFor(t, new URL('http://org.test/api'), { proxy: proxy.way });
    const { failure } = await sender.send(request);
    assert.equal(failure?.kind, 'proxy', failure?.message);
    assert.match(failure.message, message);
    assert.ok(failure.message.includes(proxy.label));
    assert.equal(sender.counts.requests, 0);
  });
}

test('wrong credentials are told as such', async (t) => {
  const proxy = await proxyServer(t, 'HTTP/1.1 407 No\r\n\r\n');
  const way = readProxy(`http://ann:secret@${proxy.label}`);
  const { failure } = await senderFor(t, new URL('http://org.test/api'), { proxy: way }).send(request);
  assert.match(failure?.message ?? '', /does not take the user name and password in the URL of the proxy/);
  assert.doesNotMatch(failure?.message ?? '', /secret|ann/);
});

test('a proxy that nobody serves, that stays silent, and one that cannot be used', async (t) => {
  const url = new URL('http://org.test/api');
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const gone = readProxy(`http://127.0.0.1:${portOf(closed)}`);
  closed.close();
  await once(closed, 'close');
  const refused = await senderFor(t, url, { proxy: gone }).send(request);
  assert.equal(refused.failure?.kind, 'proxy');
  assert.match(
    refused.failure?.message ?? '',
    /^no way through the proxy 127\.0\.0\.1:\d+: the connection was refused; check HTTPS_PROXY, HTTP_PROXY and NO_PROXY$/,
  );

  const silent = createServer((socket) => t.after(() => socket.destroy())).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  t.after(() => silent.close());
  const options = { proxy: readProxy(`http://127.0.0.1:${portOf(silent)}`), timeouts: { connectMs: 40 } };
  const waited = await senderFor(t, url, options).send(request);
  assert.deepEqual(waited.failure?.kind, 'proxy');
  assert.match(waited.failure?.message ?? '', /no answer of the proxy .* to CONNECT within 40 ms$/);

  const unusable = await senderFor(t, url, { proxy: readProxy('socks5://p:1') }).send(request);
  assert.equal(
    unusable.failure?.message,
    'the proxy in the environment cannot be used: proxies of the kind socks5 are not supported',
  );
});
