/**
 * A port that speaks TLS and nothing else. What begins otherwise is told and turned away before TLS could swallow it, and
 * so is a handshake that fails; connections on which nothing came are nobody's trouble.
 */
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { FramingTrouble } from '../../wire/http/framing-trouble.js';
import type { ServerIdentity } from './server-identity.js';

export interface TlsPortOptions {
  readonly identity: ServerIdentity;
  /** A connection on which TLS stands: its bytes are those that were encrypted. */
  readonly onSecure: (socket: Socket) => void;
  /** One that came to nothing. */
  readonly onTrouble: (trouble: FramingTrouble) => void;
}

/** The record type of a TLS handshake is no character of a method. */
export const tlsHandshake = 0x16;

const handshakeMs = 30_000;
const plainRefusal = ['HTTP/1.1 400 Bad Request', 'Connection: close', '', 'This port speaks https.'].join('\r\n');

/** It does not listen yet. */
export function createTlsPort({ identity, onSecure, onTrouble }: TlsPortOptions): Server {
  const { certificate, key } = identity;
  const tell = (trouble: FramingTrouble): void => {
    // What our own closing cuts off is nobody's trouble.
    if (port.listening) onTrouble(trouble);
  };
  const tls = createTlsServer({ cert: certificate, key, ALPNProtocols: ['http/1.1'], handshakeTimeout: handshakeMs });
  let hasSucceeded = false;
  tls.on('secureConnection', (socket) => {
    hasSucceeded = true;
    // Not before: a client that ends within the handshake would be waited for.
    socket.allowHalfOpen = true;
    onSecure(socket);
  });
  tls.on('tlsClientError', (error: Error & { code?: string }) => {
    const trouble = handshakeTrouble(error.code ?? 'unknown');
    // Pools of clients dial more connections than they need, and break off what they do not.
    if (trouble.kind !== 'abandoned handshake' || !hasSucceeded) tell(trouble);
  });
  const port = createTcpServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (first: Buffer) => {
      if (first[0] === tlsHandshake) {
        socket.pause();
        socket.unshift(first);
        tls.emit('connection', socket);
        return;
      }
      tell(plainTrouble(first));
      socket.resume().end(plainRefusal);
    });
  });
  return port;
}

function plainTrouble(first: Buffer): FramingTrouble {
  const told = /^[A-Z]/.test(first.toString('latin1', 0, 1))
    ? 'plain HTTP was sent to a port that speaks https'
    : 'the connection begins neither as TLS does nor as HTTP, and the port speaks https';
  return { kind: 'no tls', told };
}

/** @param code the name that OpenSSL or Node has for it. */
function handshakeTrouble(code: string): FramingTrouble {
  const alert = /ALERT_((?:UNKNOWN|BAD|UNSUPPORTED)_\w+|CERTIFICATE_\w+)$/.exec(code)?.[1]?.toLowerCase();
  if (alert !== undefined)
    return { kind: 'untrusted', told: `the certificate was refused in the TLS handshake (${alert})` };
  // Who does not trust a certificate may also just go, as the clients of Node do.
  if (code === 'ECONNRESET')
    return { kind: 'abandoned handshake', told: 'the connection ended in the middle of the TLS handshake' };
  return { kind: 'handshake', told: `the TLS handshake failed (${code.slice(0, 80)})` };
}
