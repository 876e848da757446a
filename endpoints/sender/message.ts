/** A request as the finished bytes of one HTTP/1.1 message. */
import type { HeaderField, WireRequest } from '../../wire/request.js';
import type { Address } from './address.js';

export interface Message {
  readonly method: string;
  /** Request line and header section as text, the blank line included. */
  readonly head: string;
  readonly body: Uint8Array;
  /** Head and body: exactly what is written. */
  readonly bytes: Buffer;
  /** Whether the connection may carry another exchange after this one. */
  readonly keepsConnection: boolean;
  /** Requests of the budget that are kept for others: see SendOptions. */
  readonly leaves?: number;
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const breaksLines = /[\r\n\0]/;

const named = (fields: readonly HeaderField[], ...names: string[]): boolean =>
  fields.some(([name]) => names.includes(name.trim().toLowerCase()));

/**
 * Writes the request line, Host, the given fields untouched and in their order, then Content-Length unless the fields
 * hold a framing field of their own, User-Agent when asked for, `Connection: close` when asked for, and the body.
 * Text goes out as UTF-8.
 */
export function messageOf(address: Address, request: WireRequest, close: boolean, userAgent?: string): Message {
  const { method, path, fields, body } = request;
  const framed = named(fields, 'content-length', 'transfer-encoding');
  let text = `${method} ${address.basePath}/${path} HTTP/1.1\r\nHost: ${address.authority}\r\n`;
  for (const [name, value] of fields) text += `${name}: ${value}\r\n`;
  if (!framed) text += `Content-Length: ${body.length}\r\n`;
  if (userAgent !== undefined && !named(fields, 'user-agent')) text += `User-Agent: ${userAgent}\r\n`;
  if (close) text += 'Connection: close\r\n';
  const head = Buffer.from(`${text}\r\n`, 'utf8');
  return {
    method,
    // Read back from the bytes: what UTF-8 cannot hold (half a surrogate pair) must not look sent.
    head: head.toString('utf8'),
    body,
    bytes: Buffer.concat([head, body]),
    // Where the two sides may disagree on the end of the message, a second answer may follow that belongs to nobody.
    keepsConnection: !close && !framed && fields.every(isPlain),
  };
}

const isPlain = ([name, value]: HeaderField): boolean => token.test(name) && !breaksLines.test(value);
