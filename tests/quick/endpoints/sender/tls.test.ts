/** TLS: certificates are verified whatever the environment says, and a refused one is told in plain words. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createServer } from 'node:tls';
import { answerOf, portOf, rawServer, request, senderFor } from './raw-server.js';

const noOpenssl = spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not on this machine';

/** A self-signed certificate for one name, valid for a day. */
function certificateFor(t: TestContext, altName: string): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'byoc-tls-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const subject = ['-subj', '/CN=suite test', '-addext', `subjectAltName=${altName}`];
  execFileSync('openssl', ['req', ...options, ...subject, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}

async function tlsServer(t: TestContext, altName: string) {
  const pair = certificateFor(t, altName);
  const protocols: (string | false | null)[] = [];
  const server = createServer({ ...pair, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
    protocols.push(socket.alpnProtocol);
  });
  server.on('tlsClientError', () => undefined);
  const { arrivals } = await rawServer(t, ({ socket }) => socket.write(answerOf(202)), undefined, server);
  return { ca: pair.cert, protocols, arrivals, url: new URL(`https://127.0.0.1:${portOf(server)}/api`) };
}

test('a self-signed certificate is refused, and nothing is written', { skip: noOpenssl }, async (t) => {
  const server = await tlsServer(t, 'IP:127.0.0.1');
  const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  t.after(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  });
  const sender = senderFor(t, server.url);
  const exchange = await sender.send(request);
  assert.deepEqual(exchange.failure, {
    kind: 'tls',
    message:
      `certificate of ${server.url.host} is not trusted: self-signed certificate. ` +
      'If it is signed by a CA of your own, name its PEM file in NODE_EXTRA_CA_CERTS; never switch verification off',
  });
  assert.equal(sender.counts.requests, 0);
  assert.equal(server.arrivals.length, 0);
});

test('the same certificate is trusted by ca, over http/1.1, kept alive, and raced', { skip: noOpenssl }, async (t) => {
  const server = await tlsServer(t, 'IP:127.0.0.1');
  const sender = senderFor(t, server.url, { ca: server.ca });
  assert.equal((await sender.send(request)).answer?.status, 202);
  const second = await sender.send(request);
  assert.deepEqual([second.answer?.status, second.connection], [202, { id: 1, reused: true }]);
  const raced = await sender.race([request, request, request]);
  assert.ok(raced.every(({ answer }) => answer?.status === 202));
  assert.deepEqual(new Set(server.protocols), new Set(['http/1.1']));
});

test('a certificate for another name is refused', { skip: noOpenssl }, async (t) => {
  const server = await tlsServer(t, 'DNS:other.example');
  const { failure } = await senderFor(t, server.url, { ca: server.ca }).send(request);
  assert.equal(failure?.kind, 'tls');
  assert.match(failure?.message ?? '', /made out to another name$/);
});

test('a service that does not speak TLS: tls', async (t) => {
  const server = createPlainServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { failure } = await senderFor(t, new URL(`https://127.0.0.1:${portOf(server)}`)).send(request);
  assert.equal(failure?.kind, 'tls');
  assert.match(failure?.message ?? '', /does not speak TLS/);
});

test('a handshake that never ends: connect-timeout', async (t) => {
  const server = createPlainServer((socket) => t.after(() => socket.destroy())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const url = new URL(`https://127.0.0.1:${portOf(server)}`);
  const { failure } = await senderFor(t, url, { timeouts: { connectMs: 40 } }).send(request);
  assert.equal(failure?.kind, 'connect-timeout');
});
