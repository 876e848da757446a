/** The proxy: a server in front of a real service. It changes no byte, the Host field included. */
import { connect as connectTcp, createServer, type Socket } from 'node:net';
import type { FramingTrouble } from '../../wire/http/framing-trouble.js';
import { type Listening, listen } from '../listen.js';
import { noRequest } from '../org/request-reader.js';
import { addressOf } from '../sender/address.js';
import { startTls, trusting } from '../sender/connect.js';
import type { ServerIdentity } from '../tls/server-identity.js';
import { createTlsPort } from '../tls/tls-port.js';
import { type TappedExchange, tapConnection } from './tapped-connection.js';

export interface ProxyServerOptions {
  /** The part before `/v1/conversation` of the service behind. */
  readonly baseUrl: URL;
  readonly port: number;
  readonly host: string;
  /** Speaks https to the connector, and shows this. */
  readonly identity?: ServerIdentity;
  /** What is trusted of the service behind, beside the public CAs. */
  readonly ca?: string;
  readonly now: () => number;
  /** In the order in which they end; numbered in the order of arrival. */
  readonly onExchange: (exchange: TappedExchange) => void;
}

/** Rejects with the system's error when it cannot listen. */
export async function openProxyServer(options: ProxyServerOptions): Promise<Listening> {
  const { host, port, tls } = addressOf(options.baseUrl);
  const secureContext = options.ca === undefined ? undefined : trusting(options.ca);
  let connections = 0;
  let requests = 0;
  let isEnding = false;
  const open = (): Socket =>
    tls ? startTls({ host, port }, secureContext) : connectTcp({ host, port, noDelay: true, allowHalfOpen: true });
  const take = (client: Socket): void => {
    connections += 1;
    tapConnection(client, open(), {
      id: connections,
      now: options.now,
      nextNumber: () => ++requests,
      onExchange: options.onExchange,
      isEnding: () => isEnding,
    });
  };
  const { identity } = options;
  const onTrouble = (trouble: FramingTrouble): void => {
    connections += 1;
    requests += 1;
    const request = noRequest(trouble, options.now());
    options.onExchange({ number: requests, connection: connections, request, trouble: 'it never got to the service' });
  };
  const server =
    identity === undefined
      ? createServer({ allowHalfOpen: true, noDelay: true }, take)
      : createTlsPort({ identity, onSecure: take, onTrouble });
  const listening = await listen(server, options.port, options.host, identity === undefined ? 'http' : 'https');
  return {
    ...listening,
    close() {
      isEnding = true;
      return listening.close();
    },
  };
}
