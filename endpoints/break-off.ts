/** Breaks a connection without an orderly end: by a reset; under TLS by an end without notice, as a reset cannot be asked for there. */
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

export function breakOff(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}
