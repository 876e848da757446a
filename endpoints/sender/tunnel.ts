/**
 * Asks a proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6) on a socket that is open to it. What then goes through it
 * is not the proxy's business: messages stay as they were made, byte for byte.
 */
import type { Socket } from 'node:net';
import type { TransportFailure } from '../../wire/exchange.js';
import { failure } from './failure.js';
import type { ProxyServer } from './proxy.js';

/** Bytes of the proxy's answer before its end must have come. */
const mostBytes = 16 * 1024;

/** Undefined once the tunnel stands. Waits as long as the caller lets the socket live; nothing of what came is passed on. */
export function openTunnel(
  socket: Socket,
  proxy: ProxyServer,
  host: string,
  port: number,
): Promise<TransportFailure | undefined> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const authorization = proxy.authorization === undefined ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    const settle = (result: TransportFailure | undefined): void => {
      socket.off('data', onData).off('end', onEnd).off('error', onEnd).off('close', onEnd);
      resolve(result);
    };
    const onEnd = (): void =>
      settle(
        failure('proxy', `the proxy ${proxy.label} closed the connection instead of opening a way to ${authority}`),
      );
    const onData = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      const end = bytes.indexOf('\r\n\r\n');
      const head = bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
      if (!'HTTP/1.'.startsWith(head.slice(0, 7)) || bytes.length > mostBytes) {
        settle(failure('proxy', `what answers at ${proxy.label} is not an HTTP proxy; check HTTPS_PROXY`));
        return;
      }
      if (end < 0) return;
      const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$|\r)/.exec(head)?.[1] ?? 0);
      // The service speaks only when it is spoken to: bytes behind the answer are none of its.
      const extra = bytes.length > end + 4;
      settle(status >= 200 && status < 300 && !extra ? undefined : refusal(status, proxy, authority));
    };
    socket.on('data', onData).on('end', onEnd).on('error', onEnd).on('close', onEnd);
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`);
  });
}

function refusal(status: number, proxy: ProxyServer, authority: string): TransportFailure {
  const said = `the proxy ${proxy.label} answered ${status} to CONNECT ${authority}`;
  if (status === 407) {
    const advice =
      proxy.authorization === undefined
        ? 'it wants a user name and a password: put them into the URL of the proxy, http://USER:PASSWORD@HOST:PORT'
        : 'it does not take the user name and password in the URL of the proxy (only Basic is spoken)';
    return failure('proxy', `${said}: ${advice}`);
  }
  if (status === 403 || status === 405) {
    return failure('proxy', `${said}: it does not let this host or port through; ask its owner, or use NO_PROXY`);
  }
  if (status >= 500) return failure('proxy', `${said}: it cannot reach the service`);
  if (status >= 200 && status < 300) return failure('proxy', `${said} and went on talking: it is not an HTTP proxy`);
  return failure('proxy', `${said}: no way to the service was opened`);
}
