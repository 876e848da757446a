/** Reads a drawn request back from its bytes, as a service would: what a spelling must leave and a violation must break. */
import assert from 'node:assert/strict';
import type { Layout } from '../../../schemas/editions/editions.js';
import type { RequestMessage } from '../../../schemas/validation/validate-request.js';
import { encodeRequest } from '../../../wire/codecs/encode.js';
import { readContentType } from '../../../wire/http/content-type-reader.js';
import { isBoundary, readMultipart } from '../../../wire/multipart/multipart-reader.js';
import type { RequestDraft } from '../../../wire/request.js';

const names = ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId'];
const canonical = new Map(names.map((name) => [name.toLowerCase(), name]));

/** The whole request but for what the sender adds: header section and body. */
export function bytesOf(draft: RequestDraft): Buffer {
  const { method, fields, body } = encodeRequest(draft);
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method}\r\n${head}\r\n`), body]);
}

export interface ReadRequest {
  readonly message: RequestMessage;
  /** Why the form could not be read; the form is empty then. */
  readonly fault: string | undefined;
}

/** `announced` is used where Content-Type names no boundary that can be read: the body is judged for itself. */
export function readRequest(draft: RequestDraft, announced: string, layout: Layout = 'parts'): ReadRequest {
  const bytes = bytesOf(draft);
  const end = bytes.indexOf('\r\n\r\n');
  const headers = readHeaders(bytes.subarray(0, end).toString());
  if (layout === 'json') {
    return { message: { headers, body: bytes.subarray(end + 4).toString() }, fault: undefined };
  }
  const named = readContentType(headers['Content-Type'] ?? '')?.parameters.get('boundary') ?? '';
  const form = readMultipart(bytes.subarray(end + 4), isBoundary(named) ? named : announced);
  const parts = form.ok ? form.parts : [];
  return {
    message: { headers, form: Object.fromEntries(parts.map(({ name, body }) => [name, body.toString()])) },
    fault: form.ok ? undefined : form.fault,
  };
}

function readHeaders(head: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of head.split('\r\n').slice(1)) {
    const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)$/.exec(line) ?? [];
    assert.notEqual(name, '', `not a header line: ${JSON.stringify(line)}`);
    headers[canonical.get(name.toLowerCase()) ?? name] = value.replace(/^[ \t]+|[ \t]+$/g, '');
  }
  return headers;
}

/** Channel and subject that a message means, in every layout. */
export function pairOf(message: RequestMessage): { channel: unknown; subject: unknown } {
  const whole = wholeOf(message);
  const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
    path.reduce(
      (current: unknown, step) => (Object(current) === current ? Reflect.get(Object(current), step) : undefined),
      value,
    );
  return { channel: at(whole, 'channelAddressIdentifier'), subject: at(whole, 'participants', 0, 'subject') };
}

function wholeOf(message: RequestMessage): unknown {
  if ('body' in message) return JSON.parse(message.body);
  const { form } = message;
  return form.json === undefined
    ? { ...form, participants: JSON.parse(form.participants ?? 'null') }
    : JSON.parse(form.json);
}
