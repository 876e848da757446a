/** Puts a server on a host and a port: what the mock and the proxy need alike. */
import type { Server } from 'node:net';

export interface Bound {
  /** `http://127.0.0.1:8080`; an IPv6 address in brackets. */
  readonly origin: string;
  readonly port: number;
}

/** Rejects with the system's error when it cannot listen. @param port 0 lets the system choose. */
export async function listen(server: Server, port: number, host: string): Promise<Bound> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server is not bound to a port');
  return { origin: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`, port: address.port };
}
