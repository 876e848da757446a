/** Opens one socket, through a proxy where there is one, TLS handshake included, within a bound of time. Certificates are always verified. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { TransportFailure } from '../../wire/exchange.js';
import type { Address } from './address.js';
import { connectFailure, failure, proxyFailure } from './failure.js';
import type { ProxyServer } from './proxy.js';
import { openTunnel } from './tunnel.js';

export type Opened = { readonly socket: Socket } | { readonly failure: TransportFailure };

export interface ConnectOptions {
  readonly timeoutMs: number;
  /** Ends what is not connected yet. */
  readonly signal: AbortSignal;
  /** What is trusted, when it is not the default. */
  readonly secureContext?: SecureContext;
}

/** Trusts the given certificates beside the public ones: made once, since reading them takes milliseconds. */
export function trusting(ca: string): SecureContext {
  return createSecureContext({ ca: [...rootCertificates, ca] });
}

/** Where a connection has come to: what goes wrong there is told differently. */
type Stage = 'to the proxy' | 'in the proxy' | 'to the service' | 'TLS';

/** Never rejects: what goes wrong is in the result. @param proxy asked for a tunnel; without it the service is connected to directly. */
export function openSocket(
  address: Address,
  proxy: ProxyServer | undefined,
  { timeoutMs, signal, secureContext }: ConnectOptions,
): Promise<Opened> {
  const { label, tls } = address;
  return new Promise((resolve) => {
    const sockets: Socket[] = [];
    let stage: Stage = proxy === undefined ? 'to the service' : 'to the proxy';
    const settle = (opened: Opened): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      for (const socket of sockets) {
        socket.off('error', onError).off('close', onClose);
        // An error may still follow; it says nothing new. Of a tunnel the socket on top tells what happens.
        if ('failure' in opened || socket !== opened.socket) socket.on('error', () => undefined);
        if ('failure' in opened) socket.destroy();
      }
      resolve(opened);
    };
    const onError = (error: Error): void => {
      const throughProxy = stage === 'to the proxy' || stage === 'in the proxy';
      settle({
        failure:
          proxy !== undefined && throughProxy
            ? proxyFailure(error, proxy.label)
            : connectFailure(error, label, stage === 'TLS'),
      });
    };
    const onAbort = (): void => settle({ failure: failure('aborted', `cut short while connecting to ${label}`) });
    const onClose = (): void => settle({ failure: failure('closed-early', `${label} closed the connection at once`) });
    const timer = setTimeout(() => {
      const what: Readonly<Record<Stage, string>> = {
        'to the proxy': `no connection to the proxy ${proxy?.label ?? ''}`,
        'in the proxy': `no answer of the proxy ${proxy?.label ?? ''} to CONNECT`,
        'to the service': 'no connection',
        TLS: 'the TLS handshake did not end',
      };
      const kind = stage === 'to the proxy' || stage === 'in the proxy' ? 'proxy' : 'connect-timeout';
      settle({ failure: failure(kind, `${label}: ${what[stage]} within ${timeoutMs} ms`) });
    }, timeoutMs);
    signal.addEventListener('abort', onAbort);
    const watch = (socket: Socket): Socket => {
      sockets.push(socket);
      return socket.on('error', onError).on('close', onClose);
    };
    const open = (to: Pick<Address, 'tls' | 'host' | 'port'>): Socket =>
      watch(to.tls ? startTls(to, secureContext) : connectTcp({ host: to.host, port: to.port, noDelay: true }));

    if (proxy === undefined) {
      const socket = open(address);
      if (tls) socket.once('connect', () => (stage = 'TLS'));
      socket.once(tls ? 'secureConnect' : 'connect', () => settle({ socket }));
      return;
    }
    const below = open(proxy);
    below.once(proxy.tls ? 'secureConnect' : 'connect', () => {
      stage = 'in the proxy';
      void openTunnel(below, proxy, address.host, address.port).then((refused) => {
        if (below.destroyed || refused !== undefined) {
          return settle({ failure: refused ?? failure('proxy', `the proxy ${proxy.label} closed the connection`) });
        }
        if (!tls) return settle({ socket: below });
        stage = 'TLS';
        const above = watch(startTls(address, secureContext, below));
        above.once('secureConnect', () => settle({ socket: above }));
      });
    });
  });
}

/** Begins a TLS connection. @param below a socket that leads there already: a tunnel. */
export function startTls(
  { host, port }: { readonly host: string; readonly port: number },
  secureContext: SecureContext | undefined,
  below?: Socket,
): Socket {
  const socket = connectTls({
    host,
    port,
    ...(below === undefined ? {} : { socket: below }),
    // Said aloud, since it stands above an environment that asks for less.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
    // RFC 6066 allows names only; for addresses Node checks the certificate by `host`.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(secureContext === undefined ? {} : { secureContext }),
  });
  socket.setNoDelay(true);
  return socket;
}
