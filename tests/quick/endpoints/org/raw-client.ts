/** A socket that sends bytes as they are and collects what comes back. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface RawClient {
  readonly socket: Socket;
  send(text: string | Uint8Array): void;
  /** Resolves when the text received so far holds `wanted`; rejects when the connection ends without it. */
  until(wanted: string | RegExp): Promise<string>;
  /** Everything received until the other side closed. */
  end(): Promise<string>;
}

/** @param ca what is trusted where the origin is https. */
export async function openRaw(origin: string, ca?: string): Promise<RawClient> {
  const { protocol, hostname, port } = new URL(origin);
  const to = { host: hostname, port: Number(port), allowHalfOpen: true };
  const isTls = protocol === 'https:';
  const socket = isTls ? connectTls({ ...to, ca }) : connect(to);
  await once(socket, isTls ? 'secureConnect' : 'connect');
  let text = '';
  let closed = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    wake();
  });
  socket.on('error', () => undefined);
  const over = (): void => {
    closed = true;
    wake();
  };
  socket.on('end', over).on('close', over);
  const wait = (found: () => boolean, what: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!found() && !closed) return;
        waiting.delete(look);
        if (found()) resolve(text);
        else reject(new Error(`the connection ended without ${what}; got ${JSON.stringify(text)}`));
      };
      waiting.add(look);
      look();
    });
  return {
    socket,
    send: (bytes) => socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes),
    until: (wanted) =>
      wait(() => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)), String(wanted)),
    end: () => wait(() => closed, 'an end'),
  };
}
