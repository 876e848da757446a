/** A drawn request as bytes: well-formed forms are written by form-data, JSON text is encoded as UTF-8, finished bytes pass through. Pure. */
import FormData from 'form-data';
import type { FormBody, RequestDraft, WireRequest } from '../request.js';

export function encodeRequest(draft: RequestDraft): WireRequest {
  return { ...draft, body: encodeBody(draft.body) };
}

export function encodeBody(body: RequestDraft['body']): Uint8Array {
  switch (body.kind) {
    case 'raw':
      return body.bytes;
    case 'json':
      return Buffer.from(body.text);
    case 'form':
      return encodeForm(body);
  }
}

function encodeForm(body: FormBody): Uint8Array {
  const form = new FormData();
  form.setBoundary(body.boundary);
  for (const part of body.parts) {
    form.append(part.name, part.value, part.contentType === undefined ? {} : { contentType: part.contentType });
  }
  return form.getBuffer();
}
