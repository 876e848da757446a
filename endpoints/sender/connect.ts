/** Opens one socket, TLS handshake included, within a bound of time. Certificates are always verified. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { TransportFailure } from '../exchange.js';
import type { Address } from './address.js';
import type { Cancellation } from './cancellation.js';
import { connectFailure, failure } from './failure.js';

export type Opened = { readonly socket: Socket } | { readonly failure: TransportFailure };

export interface ConnectOptions {
  readonly timeoutMs: number;
  readonly cancellation: Cancellation;
  /** What is trusted, when it is not the default. */
  readonly secureContext?: SecureContext;
}

/** Trusts the given certificates beside the public ones: made once, since reading them takes milliseconds. */
export function trusting(ca: string): SecureContext {
  return createSecureContext({ ca: [...rootCertificates, ca] });
}

/** Never rejects: what goes wrong is in the result. */
export function openSocket(address: Address, options: ConnectOptions): Promise<Opened> {
  const { host, port, label, tls } = address;
  return new Promise((resolve) => {
    let connected = false;
    const socket = tls ? startTls(address, options.secureContext) : connectTcp({ host, port, noDelay: true });
    const settle = (opened: Opened): void => {
      clearTimeout(timer);
      stopListening();
      socket.off('error', onError).off('close', onClose);
      if ('failure' in opened) {
        // An error may still follow; it says nothing new.
        socket.on('error', () => undefined);
        socket.destroy();
      }
      resolve(opened);
    };
    const onError = (error: Error): void => settle({ failure: connectFailure(error, label, connected) });
    const onClose = (): void => settle({ failure: failure('closed-early', `${label} closed the connection at once`) });
    const timer = setTimeout(() => {
      const what = connected ? 'the TLS handshake did not end' : 'no connection';
      settle({ failure: failure('connect-timeout', `${label}: ${what} within ${options.timeoutMs} ms`) });
    }, options.timeoutMs);
    const stopListening = options.cancellation.onAbort(() =>
      settle({ failure: failure('aborted', `cut short while connecting to ${label}`) }),
    );
    socket.on('error', onError).on('close', onClose);
    socket.once('connect', () => {
      connected = true;
      if (!tls) settle({ socket });
    });
    if (tls) socket.once('secureConnect', () => settle({ socket }));
  });
}

function startTls({ host, port }: Address, secureContext: SecureContext | undefined): Socket {
  const socket = connectTls({
    host,
    port,
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
