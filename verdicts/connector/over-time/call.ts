/** What is the same in a call and its retry: method, path and content, but for the boundary and the RequestId. */

import { type FieldValues, firstValue } from '../../../wire/http/field-values.js';
import { type ReceivedRequest, sentOf } from '../../../wire/received.js';
import { type RequestReading, readingOf } from '../../../wire/request-reading.js';
import type { ConnectorContract } from '../contract.js';
import { tokenOf } from '../headers/authorization.js';
import { fingerprint } from './memory.js';

type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'unauthorised' }
  /** 429 and 503. */
  | { readonly kind: 'told to wait'; readonly status: number }
  /** A 4xx that another try cannot mend. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Sent on to another address: who follows sends the same request there. */
  | { readonly kind: 'redirected' }
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
  /** When the connector could know of the answer, in milliseconds since the run began. */
  readonly answeredMs: number;
}

const redirects = new Set([301, 302, 303, 307, 308]);
const retriable = new Set([401, 408, 421, 425, 429]);

export function readCall(request: ReceivedRequest, contract: ConnectorContract): Call {
  const reading = readingOf(request);
  const { values } = reading;
  const body = bodyPrint(reading);
  const key = fingerprint(request.method, request.target, body);
  const authorization = firstValue(values, 'authorization');
  const token = tokenOf(authorization, contract);
  const headers = ['orgid', 'authorizationcontext', 'authorization'].map((name) => firstValue(values, name) ?? '');
  return {
    request,
    values,
    key,
    content: fingerprint(key, reading.contentTypes[0]?.mediaType ?? '', ...headers),
    ...(token === undefined ? {} : { token: fingerprint(token) }),
    outcome: outcomeOf(request),
    answeredMs: request.answer?.sentMs ?? request.endedMs,
  };
}

function outcomeOf({ answer }: ReceivedRequest): Outcome {
  if (answer === undefined || sentOf(answer) !== 'all') return { kind: 'cut' };
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 401) return { kind: 'unauthorised' };
  if (status === 429 || status === 503) return { kind: 'told to wait', status };
  if (redirects.has(status)) return { kind: 'redirected' };
  return status >= 400 && status < 500 && !retriable.has(status) ? { kind: 'refused', status } : { kind: 'other' };
}

/** Parts by name, type and content, since a form that is sent again has a new boundary; the whole body where there is no form. */
function bodyPrint(reading: RequestReading): string {
  const boundary = reading.contentTypes[0]?.boundary;
  const form = boundary === undefined ? undefined : reading.form(boundary);
  if (form?.ok !== true) return fingerprint(reading.bytes);
  return fingerprint(...form.parts.flatMap((part) => [part.name, part.contentType ?? '', part.body]));
}
