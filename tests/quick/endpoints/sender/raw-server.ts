/** A server on a bare socket for tests: shows the bytes that came and answers with whatever bytes a test wants. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import type { SenderOptions } from '../../../../endpoints/sender/options.js';
import { createSender } from '../../../../endpoints/sender/sender.js';
import type { Sender } from '../../../../wire/exchange.js';
import type { WireRequest } from '../../../../wire/request.js';

/** One whole message as it came. */
export interface Arrival {
  readonly socket: Socket;
  /** 1 for the first connection to the server. */
  readonly connection: number;
  /** 1 for the first message on any connection. */
  readonly count: number;
  readonly bytes: Buffer;
}

export interface RawServer {
  readonly url: URL;
  readonly arrivals: readonly Arrival[];
  readonly sockets: readonly Socket[];
}

/** Calls `answer` for each whole message, its end found by Content-Length. Ends with the test. */
export async function rawServer(
  t: TestContext,
  answer: (arrival: Arrival) => void,
  onConnection: (socket: Socket) => void = () => undefined,
  server: Server = createServer(),
): Promise<RawServer> {
  const arrivals: Arrival[] = [];
  const sockets: Socket[] = [];
  // A TLS server listens to raw connections itself, and tells of them once the handshake is over.
  server.on(server.listenerCount('connection') > 0 ? 'secureConnection' : 'connection', (socket: Socket) => {
    const connection = sockets.push(socket);
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (let end = messageEnd(bytes); end > 0 && end <= bytes.length; end = messageEnd(bytes)) {
        const arrival = { socket, connection, count: arrivals.length + 1, bytes: bytes.subarray(0, end) };
        arrivals.push(arrival);
        bytes = bytes.subarray(end);
        answer(arrival);
      }
    });
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: new URL(`http://127.0.0.1:${portOf(server)}/api`), arrivals, sockets };
}

export function portOf(server: Server): number {
  // address() is a string for pipes only, and null before listening.
  return (server.address() as AddressInfo).port;
}

function messageEnd(bytes: Buffer): number {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return 0;
  const length = /content-length: *(\d+)/i.exec(bytes.toString('latin1', 0, headEnd))?.[1] ?? '0';
  return headEnd + 4 + Number(length);
}

/** A sender for the server that is closed when the test ends. */
export function senderFor(t: TestContext, url: URL, options: Partial<SenderOptions> = {}): Sender {
  const sender = createSender({ baseUrl: url, concurrency: 8, ...options });
  t.after(() => sender.close());
  return sender;
}

export const request: WireRequest = {
  method: 'POST',
  path: 'v1/conversation',
  fields: [['Content-Type', 'text/plain']],
  body: Buffer.from('hello'),
};

/** A whole answer with a Content-Length. */
export function answerOf(status: number, body = '', ...fields: string[]): string {
  const lines = [`HTTP/1.1 ${status} Some`, ...fields, `Content-Length: ${Buffer.byteLength(body)}`];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
