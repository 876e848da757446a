/** Which channel and subject a request asks for, read from its bytes in any layout. Pure. */

import { parseJson } from '../../schemas/validation/ajv.js';
import { readContentType } from '../../wire/http/content-type-reader.js';
import { readMultipart } from '../../wire/multipart/multipart-reader.js';

export interface RequestedPair {
  readonly channel: string;
  readonly subject: string;
}

/** Undefined when the body does not say, as that of a broken request. */
export function pairOf(
  fields: readonly (readonly [name: string, value: string])[],
  body: Uint8Array,
): RequestedPair | undefined {
  const type = readContentType(fields.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '');
  const boundary = type?.parameters.get('boundary');
  const whole = boundary === undefined ? json(text(body)) : fromForm(Buffer.from(body), boundary);
  const channel: unknown = Reflect.get(Object(whole), 'channelAddressIdentifier');
  const participants: unknown = Reflect.get(Object(whole), 'participants');
  const subject: unknown = Reflect.get(Object(Array.isArray(participants) ? participants[0] : undefined), 'subject');
  return typeof channel === 'string' && typeof subject === 'string' ? { channel, subject } : undefined;
}

function fromForm(body: Buffer, boundary: string): unknown {
  const read = readMultipart(body, boundary);
  if (!read.ok) return undefined;
  const part = (name: string): string | undefined => {
    const found = read.parts.find((one) => one.name === name);
    return found === undefined ? undefined : text(found.body);
  };
  const whole = part('json');
  if (whole !== undefined) return json(whole);
  return { channelAddressIdentifier: part('channelAddressIdentifier'), participants: json(part('participants') ?? '') };
}

function json(value: string): unknown {
  const parsed = parseJson(value);
  return parsed.ok ? parsed.value : undefined;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
