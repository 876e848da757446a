/** A proxy of bare TCP between the suite and a service: passes every byte on unchanged and keeps what the suite sent. */
import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { portOf } from '../endpoints/sender/raw-server.js';

interface RecordedMessage {
  /** Head and body as they came, one character for each byte. */
  readonly text: string;
  /** When its last byte came, in milliseconds of a clock that never goes back. */
  readonly atMs: number;
}

export interface RecordingProxy {
  /** Stands for the base URL behind it. */
  readonly baseUrl: string;
  /** Messages of all connections in the order of their ends. */
  readonly messages: readonly RecordedMessage[];
  /** Resolves as soon as so many messages have come. */
  came(count: number): Promise<void>;
}

/** A test, or a file with what is made before its tests. */
export interface Owner {
  after(end: () => void): void;
}

/** Passes on to the service at `baseUrl`; ends with its owner. */
export async function recordingProxy(owner: Owner, baseUrl: string): Promise<RecordingProxy> {
  const { hostname, port } = new URL(baseUrl);
  const messages: RecordedMessage[] = [];
  const news = new EventEmitter();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let bytes = Buffer.alloc(0);
    client.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (let end = messageEnd(bytes); end > 0 && end <= bytes.length; end = messageEnd(bytes)) {
        messages.push({ text: bytes.toString('latin1', 0, end), atMs: performance.now() });
        bytes = bytes.subarray(end);
        news.emit('message');
      }
    });
    client.pipe(upstream).pipe(client);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  owner.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    baseUrl: `http://127.0.0.1:${portOf(server)}/api`,
    messages,
    async came(count) {
      while (messages.length < count) await once(news, 'message');
    },
  };
}

/** The length of the first message, its end found by Content-Length; 0 while its head is not whole. */
function messageEnd(bytes: Buffer): number {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return 0;
  const length = /^content-length: *(\d+)/im.exec(bytes.toString('latin1', 0, headEnd))?.[1] ?? '0';
  return headEnd + 4 + Number(length);
}
