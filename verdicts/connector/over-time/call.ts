/** What is the same in a call and its retry: method, path and content, but for the boundary and the RequestId. */

import { readMultipart } from '../../../wire/multipart/multipart-reader.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import type { ConnectorContract } from '../contract.js';
import { type FieldValues, fieldValues, firstValue } from '../fields.js';
import { tokenOf } from '../headers/authorization.js';
import { readMediaType } from '../headers/content-type.js';
import { fingerprint } from './fingerprints.js';

type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'unauthorised' }
  /** 429 and 503. */
  | { readonly kind: 'told to wait'; readonly status: number }
  /** A 4xx that another try cannot mend. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The answer did not reach the connector. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'other' };

export interface Call {
  readonly request: ReceivedRequest;
  readonly values: FieldValues;
  /** The same for a retry, whatever its headers. */
  readonly key: string;
  /** The same for a request that was sent again unchanged: headers of the contract as well, but for RequestId. */
  readonly content: string;
  /** A fingerprint of the token, when there is one of a known form. */
  readonly token?: string;
  readonly outcome: Outcome;
  /** When the connector could know of the answer, in milliseconds since the gate began. */
  readonly answeredMs: number;
}

const retriable = new Set([401, 408, 421, 425, 429]);

export function readCall(request: ReceivedRequest, contract: ConnectorContract): Call {
  const values = fieldValues(request.fields);
  const contentType = firstValue(values, 'content-type') ?? '';
  const body = bodyPrint(request, contentType);
  const key = fingerprint(request.method, request.target, body);
  const authorization = firstValue(values, 'authorization');
  const token = tokenOf(authorization, contract);
  const headers = ['orgid', 'authorizationcontext', 'authorization'].map((name) => firstValue(values, name) ?? '');
  return {
    request,
    values,
    key,
    content: fingerprint(key, readMediaType(contentType).mediaType, ...headers),
    ...(token === undefined ? {} : { token: fingerprint(token) }),
    outcome: outcomeOf(request),
    answeredMs: request.answer?.sentMs ?? request.endedMs,
  };
}

function outcomeOf({ answer }: ReceivedRequest): Outcome {
  if (answer === undefined || isUndelivered(answer)) return { kind: 'cut' };
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 401) return { kind: 'unauthorised' };
  if (status === 429 || status === 503) return { kind: 'told to wait', status };
  return status >= 400 && status < 500 && !retriable.has(status) ? { kind: 'refused', status } : { kind: 'other' };
}

/** The gate says so, or a scenario broke the connection before the answer was whole. */
function isUndelivered({ undelivered, staged }: NonNullable<ReceivedRequest['answer']>): boolean {
  return undelivered ?? (staged?.did === 'reset' && staged.when !== 'after');
}

/** Parts by name, type and content, since a form that is sent again has a new boundary; the whole body where there is no form. */
function bodyPrint({ body }: ReceivedRequest, contentType: string): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const { boundary } = readMediaType(contentType);
  const form = boundary === undefined ? undefined : readMultipart(bytes, boundary);
  if (form?.ok !== true) return fingerprint(bytes);
  return fingerprint(...form.parts.flatMap((part) => [part.name, part.contentType ?? '', part.body]));
}
