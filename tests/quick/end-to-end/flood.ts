/** Writes without end, as a hostile service does, until the other side hangs up or the bound is reached. */
import type { Socket } from 'node:net';

/** What a service may want to send in one answer. */
export const floodBytes = 100 * 1024 * 1024;

/** Waits for the socket to drain, so that only what is taken is written; tells the bytes that were written in the end. */
export function flood(socket: Socket, piece: string, done: (bytes: number) => void): void {
  const chunk = Buffer.from(piece.repeat(Math.ceil((64 * 1024) / piece.length)));
  let written = 0;
  const more = (): void => {
    while (written < floodBytes && !socket.destroyed) {
      written += chunk.length;
      if (!socket.write(chunk)) return void socket.once('drain', more);
    }
  };
  socket.once('close', () => done(written));
  more();
}
