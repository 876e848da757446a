/** Writes an answer of the core to a node:http response, in the framing that the answer asks for. */
import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Answer } from './answer.js';

/** Returns when the answer is handed to the socket or the connection is cut. */
export async function writeAnswer(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.delayMs !== undefined) await pause(response, answer.delayMs);
  if (response.destroyed) return;
  if (answer.abort === 'before') {
    response.destroy();
    return;
  }
  for (const status of answer.informational ?? []) writeInterim(response, status);
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const mayHaveBody = answer.status !== 204 && answer.status !== 304;
  response.writeHead(answer.status, headOf(response, answer, mayHaveBody ? body.length : undefined));
  if (!mayHaveBody) {
    response.end();
  } else if (answer.abort === 'half') {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  } else {
    writeBody(response, answer, body);
  }
}

/** Ends early when the connection closes, so that a closing server waits for nothing. */
async function pause(response: ServerResponse, milliseconds: number): Promise<void> {
  const closed = new AbortController();
  response.once('close', () => closed.abort());
  await setTimeout(milliseconds, undefined, { signal: closed.signal }).catch(() => undefined);
}

function writeInterim(response: ServerResponse, status: 100 | 102 | 103): void {
  if (status === 100) response.writeContinue();
  else if (status === 102) response.writeProcessing();
  else response.writeEarlyHints({ link: '</styles.css>; rel=preload; as=style' });
}

/** A flat list, because node:http keeps the case of names only there. */
function headOf(response: ServerResponse, answer: Answer, length: number | undefined): string[] {
  const fields = answer.fields.flat();
  if (answer.framing === 'close') response.useChunkedEncodingByDefault = false;
  if (answer.closes === true || answer.framing === 'close') {
    response.shouldKeepAlive = false;
    fields.push('Connection', 'close');
  }
  if (length !== undefined) {
    if (answer.framing === 'chunked') fields.push('Transfer-Encoding', 'chunked');
    else if (answer.framing !== 'close') fields.push('Content-Length', String(length));
  }
  if (answer.trailers !== undefined) fields.push('Trailer', answer.trailers.map(([name]) => name).join(', '));
  return fields;
}

function writeBody(response: ServerResponse, answer: Answer, body: Uint8Array): void {
  const step = answer.framing === 'chunked' ? (answer.chunkSize ?? body.length) : body.length;
  let at = 0;
  for (; at + step < body.length; at += step) response.write(body.subarray(at, at + step));
  if (answer.trailers !== undefined)
    response.addTrailers(answer.trailers.map(([name, value]): [string, string] => [name, value]));
  response.end(body.subarray(at));
}
