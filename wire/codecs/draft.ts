/** A message written down as a request, in the plainest legal spelling. Pure. */
import type { RequestMessage } from '../../schemas/validation/validate-request.js';
import type { FormPart, RequestDraft } from '../request.js';

/** Headers in the order of the specification; the layout `json-part` types its part, as docs/reading.md lays it out. */
export function draftOf(message: RequestMessage, boundary: string): RequestDraft {
  const fields = Object.entries(message.headers);
  if ('body' in message) return { fields, body: { kind: 'json', text: message.body } };
  const parts = Object.entries(message.form).map(
    ([name, value]): FormPart => (name === 'json' ? { name, value, contentType: 'application/json' } : { name, value }),
  );
  return { fields, body: { kind: 'form', boundary, parts } };
}
