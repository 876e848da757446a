/** Reads out of a message as it was sent which pair it was for, as far as anybody can: it may be broken on purpose. */
import { readMultipart } from '../multipart/multipart-reader.js';

export interface SentPair {
  readonly channel?: string;
  readonly subject?: string;
}

/** @param head request line and header section. @param body as it was sent. */
export function readSentPair(head: string, body: Uint8Array): SentPair {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const values = valuesOf(head, bytes);
  const whole = parse(values.get('json'));
  const channel = values.get('channelAddressIdentifier') ?? member(whole, 'channelAddressIdentifier');
  const participants = parse(values.get('participants')) ?? member(whole, 'participants');
  const [first]: unknown[] = Array.isArray(participants) ? participants : [participants];
  const subject = member(first, 'subject') ?? looseSubject(bytes.toString('utf8'));
  return {
    ...(typeof channel === 'string' ? { channel } : {}),
    ...(typeof subject === 'string' ? { subject } : {}),
  };
}

/** Form fields by name, the first of each; a body that is JSON counts as the field `json`. */
function valuesOf(head: string, body: Buffer): ReadonlyMap<string, string> {
  const boundary = /^content-type:.*?boundary="?([^";\r\n]+)/im.exec(head)?.[1]?.trim();
  const reading = boundary === undefined ? undefined : readMultipart(body, boundary);
  if (reading === undefined || !reading.ok) return new Map([['json', body.toString('utf8')]]);
  return new Map([...reading.parts].reverse().map((part) => [part.name, part.body.toString('utf8')]));
}

/** In broken JSON the subject often still stands. */
function looseSubject(text: string): unknown {
  return parse(/"subject"\s*:\s*("(?:[^"\\]|\\.){0,8192}")/.exec(text)?.[1]);
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
