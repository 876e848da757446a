/** The proxy: a TCP server in front of a real service. It changes no byte, the Host field included. */
import { type AddressInfo, connect as connectTcp, createServer, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { addressOf } from '../sender/address.js';
import { trusting } from '../sender/connect.js';
import { type TappedExchange, tapConnection } from './tapped-connection.js';

export interface ProxyServerOptions {
  /** The part before `/v1/conversation` of the service behind. */
  readonly baseUrl: URL;
  readonly port: number;
  readonly host: string;
  readonly ca?: string;
  readonly now: () => number;
  /** In the order in which they end; numbered in the order of arrival. */
  readonly onExchange: (exchange: TappedExchange) => void;
}

export interface ProxyServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Rejects with the system's error when it cannot listen. */
export async function openProxyServer(options: ProxyServerOptions): Promise<ProxyServer> {
  const { host, port, tls } = addressOf(options.baseUrl);
  const secureContext = options.ca === undefined ? undefined : trusting(options.ca);
  const clients = new Set<Socket>();
  let connections = 0;
  let requests = 0;
  const open = (): Socket => {
    if (!tls) return connectTcp({ host, port, noDelay: true, allowHalfOpen: true });
    const socket = connectTls({
      host,
      port,
      // Said aloud, since it stands above an environment that asks for less.
      rejectUnauthorized: true,
      ALPNProtocols: ['http/1.1'],
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(secureContext === undefined ? {} : { secureContext }),
    });
    socket.setNoDelay(true);
    return socket;
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    connections += 1;
    clients.add(client);
    client.on('close', () => clients.delete(client));
    tapConnection(client, open(), {
      id: connections,
      now: options.now,
      nextNumber: () => {
        requests += 1;
        return requests;
      },
      onExchange: options.onExchange,
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = boundTo(server.address());
  return {
    origin: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const client of clients) client.destroy();
      }),
  };
}

function boundTo(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the proxy is not bound to a port');
  return address;
}
