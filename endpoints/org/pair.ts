/** The channel and the subject that a request asks for, read as the service would; for scenarios and driven connectors. */

import { readContentType } from '../../wire/http/content-type-reader.js';
import { readMultipart } from '../../wire/multipart/multipart-reader.js';
import type { ReceivedRequest } from '../../wire/received.js';
import type { Pair } from '../mock/conversations.js';
import { readForm, readJson } from '../mock/form.js';
import { isObject } from '../mock/token-verifier.js';

/** Undefined when it cannot be read from the body, in whichever of the layouts. */
export function pairOfRequest(request: Pick<ReceivedRequest, 'fields' | 'body'>): Pair | undefined {
  const type = request.fields.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const contentType = readContentType(type);
  const body = Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength);
  if (contentType?.mediaType === 'application/json') {
    const value = readJson(body.toString('utf8'))?.value;
    return isObject(value) ? pairOf(value.channelAddressIdentifier, value.participants) : undefined;
  }
  const reading = readMultipart(body, contentType?.parameters.get('boundary') ?? '');
  if (!reading.ok) return undefined;
  const values = readForm(reading.parts, readJson);
  return pairOf(values.channelAddressIdentifier, values.participants);
}

function pairOf(channel: unknown, participants: unknown): Pair | undefined {
  const entry: unknown = Array.isArray(participants) ? participants[0] : undefined;
  const subject = isObject(entry) ? entry.subject : undefined;
  return typeof channel === 'string' && typeof subject === 'string' ? [channel, subject] : undefined;
}

/** What two requests share when the later one may be a retry of the earlier one. */
export function keyOfRequest(request: ReceivedRequest): string {
  const pair = request.operation === 'conversation' ? pairOfRequest(request) : undefined;
  if (pair !== undefined) return JSON.stringify(pair);
  return `${request.method} ${request.target.split('?', 1)[0] ?? ''}`;
}
