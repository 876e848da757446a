/** An org as https://org.test behind a proxy that wants a password, with a certificate of a CA of its own. */
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { createMock } from '../../endpoints/mock/mock.js';
import { emptyDirectory } from '../quick/cli/stand-ins.js';
import { selfSigned } from '../quick/end-to-end/certificate.js';
import { sharedKeys } from '../quick/end-to-end/run-against.js';
import { settingsFor } from '../quick/end-to-end/settings-for.js';
import { portOf } from '../quick/endpoints/sender/raw-server.js';

export const password = 'proxy-password-of-ann';

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
export async function orgBehindProxy(t: TestContext) {
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
