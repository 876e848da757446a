/** Header fields with the blanks around their values, which Node's parser removes: read again from the bytes of a socket. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { HeaderField } from '../../wire/request.js';

const endOfHead = Buffer.from('\r\n\r\n');

/** Keeps what a socket receives since the last finished request. For callers without pipelining, as all of ours are. */
export class HeadRecorder {
  readonly #bytes = new WeakMap<Socket, Buffer[]>();

  /** In front of the parser's own listener, so that a request never runs ahead of its bytes. */
  watch(socket: Socket): void {
    const kept: Buffer[] = [];
    this.#bytes.set(socket, kept);
    socket.prependListener('data', (chunk: Buffer) => kept.push(chunk));
  }

  /** The fields of the request that has just been received whole; the parser's own where the bytes are not at hand. */
  take(request: IncomingMessage): readonly HeaderField[] | undefined {
    const kept = this.#bytes.get(request.socket);
    if (kept === undefined) return undefined;
    const bytes = Buffer.concat(kept);
    kept.length = 0;
    const end = bytes.indexOf(endOfHead);
    return end === -1 ? undefined : readFields(bytes.toString('latin1', 0, end));
  }
}

/** One blank behind the colon is how everybody writes; only what goes beyond it is kept. */
function readFields(head: string): readonly HeaderField[] {
  const lines = head.split('\r\n').slice(1);
  return lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
  });
}
