/** A port that speaks TLS: whom its certificate is for, what it takes, what it tells of, and what is nobody's trouble. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { listen } from '../../../../endpoints/listen.js';
import { makeServerIdentity } from '../../../../endpoints/tls/server-identity.js';
import { createTlsPort } from '../../../../endpoints/tls/tls-port.js';
import type { FramingTrouble } from '../../../../wire/http/framing-trouble.js';

const identity = makeServerIdentity('gate.example');

async function open(t: TestContext) {
  const secured: Socket[] = [];
  const troubles: FramingTrouble[] = [];
  let wake: () => void = () => undefined;
  const onSecure = (socket: Socket): void => {
    secured.push(socket.on('error', () => undefined));
    wake();
  };
  const onTrouble = (trouble: FramingTrouble): void => {
    troubles.push(trouble);
    wake();
  };
  const listening = await listen(createTlsPort({ identity, onSecure, onTrouble }), 0, '127.0.0.1', 'https');
  t.after(() => listening.close());
  /** The next connection that stands, or trouble. */
  const news = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const raw = async (): Promise<Socket> => {
    const socket = connect({ port: listening.port, host: '127.0.0.1' }).on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  return { ...listening, secured, troubles, news, raw };
}

test('the certificate names this machine and the host, is signed by the CA and lives for days', () => {
  const [ca, certificate] = [new X509Certificate(identity.ca), new X509Certificate(identity.certificate)];
  assert.ok(ca.ca && !certificate.ca);
  assert.ok(ca.verify(ca.publicKey) && certificate.verify(ca.publicKey) && certificate.checkIssued(ca));
  for (const name of ['localhost', 'gate.example', 'host.docker.internal'])
    assert.ok(certificate.checkHost(name), name);
  for (const address of ['127.0.0.1', '::1']) assert.ok(certificate.checkIP(address), address);
  assert.equal(certificate.checkHost('other.example'), undefined);
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  assert.ok(from < Date.now() && to > Date.now() && to - from < 8 * 86_400_000);
  assert.notEqual(makeServerIdentity('::').ca, identity.ca);
});

const failing: readonly (readonly [name: string, bytes: string, kind: string, told: RegExp])[] = [
  ['plain HTTP', 'GET / HTTP/1.1\r\n', 'no tls', /^plain HTTP was sent to a port that speaks https$/],
  ['a letter of plain HTTP', 'P', 'no tls', /^plain HTTP/],
  ['other bytes', '\x00\x01', 'no tls', /neither as TLS does nor as HTTP/],
  [
    'the beginning of a handshake, and the end',
    '\x16\x03\x01\x02\x00\x01',
    'abandoned handshake',
    /in the middle of the TLS/,
  ],
  ['a broken handshake', '\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00', 'handshake', /failed \(ERR_SSL_\w+\)$/],
];

for (const [name, bytes, kind, told] of failing) {
  test(`${name}: told as ${kind}, once`, async (t) => {
    const port = await open(t);
    const news = port.news();
    const socket = await port.raw();
    socket.end(Buffer.from(bytes, 'latin1'));
    await news;
    socket.resume();
    if (!socket.closed) await once(socket, 'close');
    assert.deepEqual([port.troubles.map((one) => one.kind), port.secured.length], [[kind], 0]);
    assert.match(port.troubles[0]?.told ?? '', told);
  });
}

test('plain HTTP is answered in plain HTTP', async (t) => {
  const port = await open(t);
  const answer = await fetch(`http://127.0.0.1:${port.port}/api/v1/conversation`);
  assert.deepEqual([answer.status, await answer.text()], [400, 'This port speaks https.']);
});

for (const [name, versions] of [
  ['1.2', { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }],
  ['1.3', { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' }],
] as const) {
  test(`who does not trust the CA is told as that or goes unseen, by TLS ${name}; who does gets through`, async (t) => {
    const port = await open(t);
    const news = port.news();
    const refused = connectTls({ port: port.port, host: '127.0.0.1', ...versions });
    await once(refused, 'error');
    await news;
    // A client of Node may have ended its handshake when it looks at the certificate, and goes without a word.
    assert.equal(port.troubles.length + port.secured.length, 1);
    for (const { kind } of port.troubles) assert.match(kind, /^(?:untrusted|abandoned handshake)$/);
    const more = port.news();
    const client = connectTls({ port: port.port, host: '127.0.0.1', ca: identity.ca, ...versions });
    client.on('error', () => undefined);
    await Promise.all([once(client, 'secureConnect'), more]);
    client.end();
  });
}

test('a client that brings its hello byte by byte gets through', async (t) => {
  const port = await open(t);
  const below = await port.raw();
  const news = port.news();
  const slow = new (class extends Duplex {
    override _read(): void {}
    override async _write(chunk: Buffer, _: BufferEncoding, done: () => void): Promise<void> {
      for (const byte of chunk) await new Promise<void>((sent) => below.write(Uint8Array.of(byte), () => sent()));
      done();
    }
  })();
  below.on('data', (chunk: Buffer) => slow.push(chunk));
  const client = connectTls({ socket: slow, ca: identity.ca, host: 'localhost', servername: 'localhost' });
  client.on('error', () => undefined);
  await Promise.all([once(client, 'secureConnect'), news]);
  assert.deepEqual([port.troubles, port.secured.length], [[], 1]);
  below.destroy();
});

test('a connection without a byte, and what our own closing cuts off, are not told of', async (t) => {
  const port = await open(t);
  const silent = await port.raw();
  silent.end();
  await once(silent.resume(), 'close');
  const begun = await port.raw();
  begun.write(Buffer.from('160301', 'hex'));
  const idle = await port.raw();
  await port.close();
  for (const socket of [begun, idle]) if (!socket.closed) await once(socket, 'close');
  assert.deepEqual(port.troubles, []);
});
