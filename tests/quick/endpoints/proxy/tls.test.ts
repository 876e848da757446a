/** The proxy in front of an https service: its certificate is verified, and no byte is changed either. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createServer } from 'node:tls';
import { openProxyServer } from '../../../../endpoints/proxy/proxy-server.js';
import type { TappedExchange } from '../../../../endpoints/proxy/tapped-connection.js';
import { noOpenssl, selfSigned } from '../../end-to-end/certificate.js';
import { openRaw } from '../org/raw-client.js';

const first = 'POST /1 HTTP/1.1\r\nHost: h\r\ntransfer-encoding:chunked\r\nExpect: 100-continue\r\n\r\n';
const chunks = '1;x\r\na\r\n0\r\nT: 1\r\n\r\n';
const second = 'POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\ny';
const goOn = 'HTTP/1.1 100 Go on\r\n\r\n';
const answers = 'HTTP/1.1 202 A\r\nContent-Length: 1\r\n\r\n1HTTP/1.1 202 B\r\ncontent-length: 1\r\n\r\n2';

/** Says "go on" when it has the head of the first request, answers when it has both. */
async function service(t: TestContext) {
  const pair = selfSigned(t);
  let text = '';
  const server = createServer(pair, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text === first) socket.write(goOn);
      if (text === first + chunks + second) socket.end(answers);
    });
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { ca: pair.cert, url: new URL(`https://127.0.0.1:${port}/api`), received: () => text };
}

async function proxyTo(t: TestContext, baseUrl: URL, ca: string | undefined, wanted: number) {
  const seen: TappedExchange[] = [];
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  const proxy = await openProxyServer({
    baseUrl,
    port: 0,
    host: '127.0.0.1',
    ...(ca === undefined ? {} : { ca }),
    now: () => performance.now(),
    onExchange: (exchange) => {
      seen.push(exchange);
      if (seen.length === wanted) done();
    },
  });
  t.after(() => proxy.close());
  return { origin: proxy.origin, seen, all };
}

test('chunks behind 100 Continue, and a pipelined request, over TLS', { skip: noOpenssl }, async (t) => {
  const { ca, url, received } = await service(t);
  const proxy = await proxyTo(t, url, ca, 2);
  const client = await openRaw(proxy.origin);
  client.send(first);
  assert.equal(await client.until(goOn), goOn);
  client.send(chunks + second);
  assert.equal(await client.end(), goOn + answers);
  assert.equal(received(), first + chunks + second);
  await proxy.all;
  assert.deepEqual(
    proxy.seen.map(({ request, answer }) => [request.body.toString(), request.trouble, answer?.decoded.toString()]),
    [
      ['a', undefined, '1'],
      ['y', undefined, '2'],
    ],
  );
});

test('a certificate that nobody vouches for: nothing is sent, and the exchange says why', {
  skip: noOpenssl,
}, async (t) => {
  const { url, received } = await service(t);
  const proxy = await proxyTo(t, url, undefined, 1);
  const client = await openRaw(proxy.origin);
  client.send(second);
  assert.equal(await client.end(), '');
  await proxy.all;
  assert.equal(received(), '');
  assert.match(proxy.seen[0]?.trouble ?? '', /connection to the service failed: DEPTH_ZERO_SELF_SIGNED_CERT|had ended/);
});

test('a client that breaks its connection ends that to the service, and the proxy goes on', {
  skip: noOpenssl,
  timeout: 30_000,
}, async (t) => {
  const { ca, url, received } = await service(t);
  const proxy = await proxyTo(t, url, ca, 1);
  const breaking = await openRaw(proxy.origin);
  breaking.send(first);
  await breaking.until(goOn);
  breaking.socket.resetAndDestroy();
  await proxy.all;
  assert.match(proxy.seen[0]?.request.trouble?.told ?? '', /the connection ended in the middle of the body/);
  const next = await openRaw(proxy.origin);
  next.send(second);
  next.socket.end();
  await next.end();
  assert.equal(received(), first + second);
});
