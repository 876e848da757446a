/** Reads the body of a request that an operation takes, or says why it cannot be read. */
import { readingOf } from '../../wire/request-reading.js';
import type { Refusal } from './answer.js';
import type { Behaviour } from './behaviour.js';
import { type CheckContext, firstRefusal } from './check.js';
import { jsonBodyChecks, multipartChecks } from './checks/body.js';
import type { BodyKind, MockOperation } from './operation.js';
import type { HeadReading, PartsReading, ValuesReading } from './reading.js';
import { type JsonReader, readBody, readForm } from './values.js';

export type BodyRead =
  | { readonly ok: true; readonly reading: ValuesReading }
  | { readonly ok: false; readonly refusal: Refusal };

export const unreadable: Refusal = { status: 400, code: 10089, message: 'The body cannot be read.' };

export function readValues(
  head: HeadReading,
  operation: MockOperation,
  kind: BodyKind,
  behaviours: readonly Behaviour[],
  context: CheckContext,
): BodyRead {
  const request = readingOf(head.request);
  const read: JsonReader = (text) => {
    const parsed = request.parse(text);
    if (parsed.ok) return { value: parsed.value };
    for (const behaviour of behaviours) {
      const taken = behaviour.readsJson?.(text);
      if (taken !== undefined) return taken;
    }
    return undefined;
  };
  if (kind === 'json') {
    const reading: ValuesReading = { ...head, parts: [], ...readBody(request, read) };
    const refusal = firstRefusal(jsonBodyChecks, reading, context);
    return refusal === undefined ? { ok: true, reading } : { ok: false, refusal };
  }
  const boundary = head.contentType?.parameters.get('boundary') ?? '';
  const parts: PartsReading = { ...head, multipart: request.form(boundary) };
  const refusal = firstRefusal(multipartChecks, parts, context);
  if (refusal !== undefined || !parts.multipart.ok) return { ok: false, refusal: refusal ?? unreadable };
  const form = parts.multipart.parts;
  return { ok: true, reading: { ...head, parts: form, ...readForm(form, operation.parts, read) } };
}
