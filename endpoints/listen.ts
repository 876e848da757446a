/** Opens the port of a server, and closes it again with all that is connected. */
import type { AddressInfo, Server, Socket } from 'node:net';

export interface Listening {
  /** `http://127.0.0.1:43210` or `https://…`, without a path. */
  readonly origin: string;
  readonly port: number;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}

/** @param port 0 lets the system choose. Rejects with the system's error when it cannot be had. */
export async function listen(
  server: Server,
  port: number,
  host: string,
  scheme: 'http' | 'https' = 'http',
): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  // A server that listens on a port is bound to no pipe.
  const bound = server.address() as AddressInfo;
  // Who listens on all addresses is reached on the machine's own by whoever is handed the origin.
  const reached = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  return {
    origin: `${scheme}://${reached}:${bound.port}`,
    port: bound.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
