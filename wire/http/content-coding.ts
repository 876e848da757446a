/** Takes content codings off a body (RFC 9110, section 8.4.1), never making more of it than a bound allows. */
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { BoundedBytes } from './bounded-bytes.js';

/** More codings one upon another than this are an attack, not a service. */
const maxCodings = 4;

export interface DecodedBody {
  readonly body: Buffer;
  readonly truncated: boolean;
}

/**
 * Undoes the codings, the last one first.
 *
 * @param truncated whether the coded body was cut by a bound of ours, so that its end is missing.
 * @param limit bytes that the decoded body may have; the rest is cut off.
 * @returns undefined when a coding is not known or the bytes are not what it makes.
 */
export async function decodeBody(
  codings: readonly string[],
  body: Buffer,
  truncated: boolean,
  limit: number,
): Promise<DecodedBody | undefined> {
  const steps = codings.filter((coding) => coding !== 'identity').reverse();
  let decoded: DecodedBody = { body, truncated };
  if (body.length === 0) return decoded;
  if (steps.length > maxCodings) return undefined;
  for (const coding of steps) {
    const decoder = decoderFor(coding, decoded.body);
    const result = decoder && (await runDecoder(decoder, decoded, limit));
    if (result === undefined) return undefined;
    decoded = result;
  }
  return decoded;
}

function decoderFor(coding: string, body: Buffer): Transform | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return hasZlibHeader(body) ? createInflate() : createInflateRaw();
    default:
      return undefined;
  }
}

/** The coding `deflate` means the zlib format, yet some servers send the bare stream (RFC 9110, section 8.4.1.2). */
function hasZlibHeader([method = 0, flags = 0]: Buffer): boolean {
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

function runDecoder(decoder: Transform, coded: DecodedBody, limit: number): Promise<DecodedBody | undefined> {
  const decoded = new BoundedBytes(limit);
  return new Promise((resolve) => {
    const finish = (truncated: boolean): void => {
      decoder.destroy();
      resolve({ body: decoded.bytes(), truncated });
    };
    decoder.on('data', (piece: Buffer) => {
      decoded.add(piece);
      if (decoded.cut) finish(true);
    });
    decoder.on('end', () => finish(coded.truncated));
    // Of a body that we cut ourselves an unexpected end is no surprise: what could be read of it stands.
    decoder.on('error', () => (coded.truncated ? finish(true) : resolve(undefined)));
    decoder.end(coded.body);
  });
}
