/** The gate's socket server: HTTP/1.0 and 1.1 over TCP, every request kept as it was sent. */
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Addressee, ReceivedRequest } from '../../wire/received.js';
import type { GateAnswer } from './gate-answer.js';
import { GateConnection } from './gate-connection.js';
import { receivedOf } from './request-reader.js';

export interface GateServerOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Milliseconds since the gate began. */
  readonly now: () => number;
  readonly addresseeOf: (method: string, target: string) => Addressee;
  /** Never rejects. */
  readonly answer: (request: ReceivedRequest) => Promise<GateAnswer>;
  readonly onDone: (request: ReceivedRequest) => void;
}

export interface GateServer {
  /** `http://127.0.0.1:43210`, without a path. */
  readonly origin: string;
  readonly port: number;
  /** Resolves when nothing is being answered and nothing new has come for a moment; within two seconds in any case. */
  quiet(): Promise<void>;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}

/** Rejects with the system's error when it cannot listen. */
export async function openGateServer(options: GateServerOptions): Promise<GateServer> {
  const connections = new Set<GateConnection>();
  let opened = 0;
  let requests = 0;
  let done = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    opened += 1;
    const connection = new GateConnection(socket, {
      id: opened,
      now: options.now,
      arrive: (read, id) => {
        requests += 1;
        const operation = options.addresseeOf(read.head.method, read.head.target);
        return receivedOf(read, { number: requests, connection: id, operation });
      },
      answer: options.answer,
      onDone: (request) => {
        done += 1;
        options.onDone(request);
      },
    });
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = boundTo(server.address());
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    origin: `http://${host}:${port}`,
    port,
    async quiet() {
      const deadline = performance.now() + 2_000;
      for (let before = -1; (before !== requests || done < requests) && performance.now() < deadline; ) {
        before = requests;
        await sleep(50);
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of connections) connection.destroy();
      }),
  };
}

function boundTo(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the gate is not bound to a port');
  return address;
}
