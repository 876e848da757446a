/** Requests that Node's HTTP parser refuses before any handler: answered in the contract's error form, and told. */
import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusalAnswer } from './answer.js';

export interface ParserRefusal {
  /** Name that Node's parser gives the fault, `HPE_INVALID_HEADER_TOKEN`; in words where TLS was not spoken. */
  readonly reason: string;
  readonly status: number;
  /** The bytes that the parser stumbled over, where it tells them. They may hold the token: never print them as they are. */
  readonly bytes?: Buffer;
}

/**
 * Adds the listener to a server.
 *
 * @param answersTo resolves when all that came whole on a connection has been answered: answers keep their turn.
 */
export function answerParserRefusals(
  server: Server,
  answersTo: (socket: Duplex) => Promise<void>,
  onRefusedByParser?: (refusal: ParserRefusal) => void,
): void {
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error: Error & { code?: string; rawPacket?: Buffer }, socket) => {
    const reason = error.code ?? 'unknown';
    if (reason === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    if (refused.has(socket)) return;
    refused.add(socket);
    const status = statusOf(reason);
    onRefusedByParser?.({ reason, status, ...(error.rawPacket === undefined ? {} : { bytes: error.rawPacket }) });
    void answersTo(socket).then(() => writeRefusal(socket, status));
  });
}

function statusOf(reason: string): number {
  if (reason === 'HPE_HEADER_OVERFLOW') return 431;
  return reason === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function writeRefusal(socket: Duplex, status: number): void {
  if (!socket.writable) return;
  const { body } = refusalAnswer({ status, code: 10016, message: 'The message is not well-formed HTTP.' });
  const text = body.toString();
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    () => socket.destroy(),
  );
}
