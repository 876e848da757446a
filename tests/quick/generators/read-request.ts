/** Reads a drawn request back from its bytes, as a service would: what a spelling must leave and a violation must break. */
import assert from 'node:assert/strict';
import { defaultOperation, operationOf } from '../../../schemas/operations/operations.js';
import type { RequestForm } from '../../../schemas/operations/request-schema.js';
import type { RequestMessage } from '../../../schemas/validation/validate-request.js';
import { codecForLayout } from '../../../wire/codecs/codecs.js';
import { encodeRequest } from '../../../wire/codecs/encode.js';
import { type Pair, readPair } from '../../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../../wire/request.js';
import { RequestReading } from '../../../wire/request-reading.js';

const names = ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId'];
const canonical = new Map(names.map((name) => [name.toLowerCase(), name]));

/** The whole request but for what the sender adds: header section and body. */
export function bytesOf(draft: RequestDraft): Buffer {
  const { method, path, fields, body } = encodeRequest(draft);
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${path}\r\n${head}\r\n`), body]);
}

export interface ReadRequest {
  readonly message: RequestMessage;
  /** Why the form could not be read; the form is empty then. */
  readonly fault: string | undefined;
}

/** `announced` is used where Content-Type names no boundary that can be read: the body is judged for itself. */
export function readRequest(
  draft: RequestDraft,
  announced: string,
  { layout }: Pick<RequestForm, 'layout'>,
): ReadRequest {
  const bytes = bytesOf(draft);
  const end = bytes.indexOf('\r\n\r\n');
  const headers = readHeaders(bytes.subarray(0, end).toString());
  const body = bytes.subarray(end + 4);
  const request = new RequestReading({ fields: Object.entries(headers), body });
  const read = codecForLayout(layout).read(request, new Set(), request.contentTypes[0]?.boundary ?? announced);
  if (read.ok) return { message: { headers, ...read.body.texts }, fault: undefined };
  return layout === 'json'
    ? { message: { headers, body: body.toString() }, fault: undefined }
    : { message: { headers, form: {} }, fault: read.why };
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

/** Channel and subject that a request means, in every layout. */
export function pairOf(draft: RequestDraft): Pair | undefined {
  return readPair(encodeRequest(draft), operationOf(defaultOperation));
}
