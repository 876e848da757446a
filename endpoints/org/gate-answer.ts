/** An answer of the gate, and its bytes. Unlike the mock's own answers it may be staged: late, or cut on purpose. */
import { STATUS_CODES } from 'node:http';
import type { Staged } from '../../wire/received.js';
import type { HeaderField } from '../../wire/request.js';

export interface GateAnswer {
  readonly status: number;
  /** Fields but for those of the framing (Content-Length, Connection, Date). */
  readonly fields: readonly HeaderField[];
  readonly body: string | Uint8Array;
  /** Milliseconds to wait before the first byte. */
  readonly delayMs?: number;
  /** Breaks the connection before the first byte, within the body, or behind the last byte. */
  readonly reset?: 'before' | 'within' | 'after';
  /** What a scenario did on purpose, for the judge and the record. */
  readonly staged?: Staged;
  /** Where the request stands in the way of a next one. */
  readonly closes?: boolean;
}

export interface EncodedAnswer {
  readonly fields: readonly HeaderField[];
  readonly body: Buffer;
  readonly bytes: Buffer;
}

export interface EncodeOptions {
  readonly method: string;
  readonly keepAlive: boolean;
  /** The request was HTTP/1.0, whose clients must be told that the connection stays. */
  readonly isOld: boolean;
  readonly now: Date;
}

/** Status line, the given fields, Date, Content-Length and Connection where it says something, then the body. */
export function encodeAnswer(answer: GateAnswer, options: EncodeOptions): EncodedAnswer {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : Buffer.from(answer.body);
  const { status } = answer;
  const mayHaveBody = status >= 200 && status !== 204 && status !== 304;
  const fields: HeaderField[] = [...answer.fields];
  if (!fields.some(([name]) => name.toLowerCase() === 'date')) fields.push(['Date', options.now.toUTCString()]);
  if (mayHaveBody) fields.push(['Content-Length', String(body.length)]);
  if (!options.keepAlive) fields.push(['Connection', 'close']);
  else if (options.isOld) fields.push(['Connection', 'keep-alive']);
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}\r\n`;
  for (const [name, value] of fields) head += `${name}: ${value}\r\n`;
  const shown = mayHaveBody && options.method !== 'HEAD' ? body : Buffer.alloc(0);
  return { fields, body: shown, bytes: Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), shown]) };
}

/** An answer that carries a value as JSON. */
export function jsonGateAnswer(status: number, value: unknown, fields: readonly HeaderField[] = []): GateAnswer {
  return { status, fields: [['Content-Type', 'application/json'], ...fields], body: JSON.stringify(value) };
}

/** The refusal of a token. */
export const unauthorized: GateAnswer = jsonGateAnswer(
  401,
  { code: 10004, message: 'The access token is not valid.' },
  [['WWW-Authenticate', 'Bearer']],
);
