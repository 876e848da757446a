/** The org's socket server: HTTP/1.0 and 1.1 over TCP or TLS, every request kept as it was sent. */
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FramingTrouble } from '../../wire/http/framing-trouble.js';
import type { Addressee, ReceivedRequest } from '../../wire/received.js';
import { type Listening, listen } from '../listen.js';
import type { ServerIdentity } from '../tls/server-identity.js';
import { createTlsPort } from '../tls/tls-port.js';
import type { OrgAnswer } from './org-answer.js';
import { OrgConnection } from './org-connection.js';
import { noRequest, type ReadRequest, receivedOf } from './request-reader.js';

export interface OrgServerOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Speaks https, and shows this. */
  readonly identity?: ServerIdentity;
  /** Milliseconds since the run began. */
  readonly now: () => number;
  readonly addresseeOf: (method: string, target: string) => Addressee;
  /** Never rejects. */
  readonly answer: (request: ReceivedRequest) => Promise<OrgAnswer>;
  readonly onDone: (request: ReceivedRequest) => void;
  /** How long a request that has begun may bring nothing, in milliseconds; half a minute when absent, as servers are set up. */
  readonly stallMs?: number;
}

export interface OrgServer extends Listening {
  /**
   * Resolves when nothing is on its way or being answered, and nothing new has come for a moment; what has begun and fallen
   * silent is told as unfinished. Within about two seconds in any case.
   */
  quiet(): Promise<void>;
}

const usualStallMs = 30_000;

/** Rejects with the system's error when it cannot listen. */
export async function openOrgServer(options: OrgServerOptions): Promise<OrgServer> {
  const connections = new Set<OrgConnection>();
  let opened = 0;
  let requests = 0;
  let done = 0;
  const arrive = (read: ReadRequest, id: number): ReceivedRequest => {
    requests += 1;
    const operation = options.addresseeOf(read.head.method, read.head.target);
    return receivedOf(read, { number: requests, connection: id, operation });
  };
  const onDone = (request: ReceivedRequest): void => {
    done += 1;
    options.onDone(request);
  };
  const take = (socket: Socket): void => {
    opened += 1;
    const connection = new OrgConnection(socket, {
      id: opened,
      now: options.now,
      arrive,
      answer: options.answer,
      stallMs: options.stallMs ?? usualStallMs,
      onDone,
    });
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  };
  // Nobody's trouble once a handshake succeeds: the client trusts the certificate, and broke off for its own reasons.
  const abandoned: FramingTrouble[] = [];
  const tell = (trouble: FramingTrouble): void => onDone(arrive(noRequest(trouble, options.now()), ++opened));
  const { identity, port, host } = options;
  const server =
    identity === undefined
      ? createServer({ allowHalfOpen: true }, take)
      : createTlsPort({
          identity,
          onSecure: (socket) => {
            abandoned.length = 0;
            take(socket);
          },
          onTrouble: (trouble) => {
            if (trouble.kind === 'abandoned handshake') abandoned.push(trouble);
            else tell(trouble);
          },
        });
  const listening = await listen(server, port, host, identity === undefined ? 'http' : 'https');
  return {
    ...listening,
    async quiet() {
      const deadline = performance.now() + 2_000;
      const isBusy = (): boolean => done < requests || [...connections].some(({ begun }) => begun);
      for (let before = -1; (before !== requests || isBusy()) && performance.now() < deadline; ) {
        before = requests;
        await sleep(50);
      }
      const unfinished = [...connections].filter(({ begun }) => begun);
      for (const connection of unfinished) connection.giveUp();
      if (unfinished.length > 0) await sleep(50);
      for (const trouble of abandoned.splice(0)) tell(trouble);
    },
    close() {
      // Each by itself, so that what is cut off here is nobody's fault.
      for (const connection of connections) connection.destroy();
      return listening.close();
    },
  };
}
