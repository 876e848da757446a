/**
 * The way to an org behind a proxy and a CA of its own, with the real command: by HTTPS_PROXY and NODE_EXTRA_CA_CERTS it
 * gets there, without them it is told why not, and nothing switches verification off.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { createMock } from '../../../endpoints/mock/mock.js';
import { runProcess } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { portOf } from '../endpoints/sender/raw-server.js';
import { noOpenssl, selfSigned } from './certificate.js';
import { runPlaywright } from './playwright-process.js';
import { sharedKeys } from './run-against.js';
import { settingsFor } from './settings-for.js';

const password = 'proxy-password-of-ann';

/** Joins two sockets until one of them ends. */
function join2(one: Socket, other: Socket, all: Socket[]): void {
  all.push(one, other);
  for (const [socket, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    socket.on('error', () => peer.destroy());
    socket.on('close', () => peer.destroy());
  }
  one.pipe(other).pipe(one);
}

/** A mock as https://org.test, known to the proxy alone, which wants a password. */
async function orgBehindProxy(t: TestContext) {
  const mock = await createMock({ keys: await sharedKeys(), faults: [] });
  const service = await mock.listen();
  const pair = selfSigned(t, 'DNS:org.test');
  const sockets: Socket[] = [];
  const tls = createTlsServer(pair, (socket) =>
    join2(socket, connect(Number(new URL(service.baseUrl).port), '127.0.0.1'), sockets),
  );
  tls.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  const asked: string[] = [];
  const wanted = Buffer.from(`ann:${password}`).toString('base64');
  const proxy = createServer((client) => {
    client.on('error', () => undefined);
    client.once('data', (head: Buffer) => {
      const [line = ''] = head.toString('latin1').split('\r\n');
      asked.push(line);
      if (!head.includes(`Proxy-Authorization: Basic ${wanted}\r\n`)) return void client.end('HTTP/1.1 407 No\r\n\r\n');
      if (line !== 'CONNECT org.test:443 HTTP/1.1') return void client.end('HTTP/1.1 502 No\r\n\r\n');
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      join2(client, connect(portOf(tls), '127.0.0.1'), sockets);
    });
  }).listen(0, '127.0.0.1');
  await Promise.all([once(tls, 'listening'), once(proxy, 'listening')]);
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    tls.close();
    proxy.close();
    await service.close();
  });
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'ca.pem'), pair.cert);
  const settings = settingsFor('https://org.test/api', mock.credentials);
  const host = `127.0.0.1:${portOf(proxy)}`;
  return { cwd, settings, asked, host, proxyUrl: `http://ann:${password}@${host}`, ca: join(cwd, 'ca.pem') };
}

const run = ['run', '--level', 'smoke', '--yes', '--rate', '2000', '--seed', '5'];

test('through a proxy with a password, to an org whose CA NODE_EXTRA_CA_CERTS names', {
  skip: noOpenssl,
}, async (t) => {
  const { cwd, settings, asked, host, proxyUrl, ca } = await orgBehindProxy(t);
  const env = { ...settings, HTTPS_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: ca };
  const { code, stdout, stderr } = await runProcess(t, run, { cwd, env });
  assert.equal(code, 0, stdout + stderr);
  assert.match(stderr, new RegExp(`^ {2}proxy {8}${host}, from the environment$`, 'm'));
  const record: unknown = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8'));
  assert.equal(Reflect.get(Object(Reflect.get(Object(record), 'target')), 'proxy'), host);
  assert.ok(asked.length > 0);
  const written = await Promise.all(
    (await readdir(join(cwd, 'conformance-report'))).map((name) =>
      readFile(join(cwd, 'conformance-report', name), 'utf8'),
    ),
  );
  for (const text of [stdout, stderr, ...written]) {
    assert.ok(!text.includes(password));
    assert.ok(!text.includes(Buffer.from(`ann:${password}`).toString('base64')));
  }
});

test('without its CA nothing is sent, whatever NODE_TLS_REJECT_UNAUTHORIZED says', { skip: noOpenssl }, async (t) => {
  const { cwd, settings, proxyUrl } = await orgBehindProxy(t);
  const env = { ...settings, HTTPS_PROXY: proxyUrl, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const { code, stdout, stderr } = await runProcess(t, run, { cwd, env });
  assert.equal(code, 3, stdout + stderr);
  assert.match(
    stdout,
    /certificate of org\.test:443 is not trusted: self-signed certificate\. .*NODE_EXTRA_CA_CERTS; never switch verification off/,
  );
  assert.match(stderr, /^warning: NODE_TLS_REJECT_UNAUTHORIZED=0 is set and not followed/m);
  const record: unknown = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8'));
  assert.equal(Reflect.get(Object(record), 'requests'), 0);
});

test('a proxy that refuses, and one that cannot be used, are told', { skip: noOpenssl }, async (t) => {
  const { cwd, settings, host, ca } = await orgBehindProxy(t);
  const env = { ...settings, NODE_EXTRA_CA_CERTS: ca };
  const refused = await runProcess(t, run, { cwd, env: { ...env, https_proxy: `http://${host}` } });
  assert.equal(refused.code, 3);
  assert.match(
    refused.stdout,
    /the proxy 127\.0\.0\.1:\d+ answered 407 to CONNECT org\.test:443: it wants a user name and a password/,
  );
  const unusable = await runProcess(t, run, { cwd, env: { ...env, HTTPS_PROXY: `socks5://ann:${password}@${host}` } });
  assert.equal(unusable.code, 2);
  assert.match(
    unusable.stderr,
    /^error: HTTPS_PROXY \(or ALL_PROXY\) must be an http or https URL such as http:\/\/proxy\.example:3128, but proxies of the kind socks5 are not supported \(not shown, as it may hold a password\)\n +mend it, or name org\.test in NO_PROXY to go without a proxy; nothing was sent$/m,
  );
  assert.ok(!unusable.stderr.includes(password));
});

test('npx playwright test sends nothing elsewhere without BYOC_YES', { skip: noOpenssl }, async (t) => {
  const { cwd, settings, asked, proxyUrl, ca } = await orgBehindProxy(t);
  const env = { ...settings, HTTPS_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: ca, BYOC_LEVEL: 'smoke', BYOC_SEED: '5' };
  const refused = await runPlaywright(t, ['test'], { cwd, env });
  assert.equal(refused.code, 1);
  assert.match(
    refused.stdout + refused.stderr,
    /org\.test is not on this machine, and nobody is here to be asked whether it may get \d+ requests: nothing was sent\. Read the plan above, and set BYOC_YES=1 when it may be carried out\./,
  );
  assert.match(refused.stderr, /at 20 a second \(the default for a service that is not on this machine\)/);
  assert.deepEqual(asked, []);
  const yes = await runPlaywright(t, ['test'], { cwd, env: { ...env, BYOC_YES: '1', BYOC_RATE: '2000' } });
  assert.equal(yes.code, 0, yes.stdout);
  assert.ok(asked.length > 0);
  const record: unknown = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8'));
  assert.ok(Number(Reflect.get(Object(Reflect.get(Object(record), 'conversations')), 'total')) > 10);
});
