/** The basis of a case: which request it is, whom it is for and which conversation it means; the conforming request of it. Pure. */
import type { Layout } from '../schemas/codecs/codecs.js';
import { isSchemaNode, type SchemaNode } from '../schemas/keywords.js';
import { operationOf } from '../schemas/operations/operations.js';
import { type RequestForm, schemasOf } from '../schemas/operations/request-schema.js';
import type { RequestMessage } from '../schemas/validation/validate-request.js';
import { codecForLayout } from '../wire/codecs/codecs.js';
import type { RequestDraft } from '../wire/request.js';
import type { Credentials } from './credentials.js';
import { plainObject } from './plain-value.js';

export interface Basis extends RequestForm {
  readonly layout: Layout;
  readonly credentials: Credentials;
  readonly channel: string;
  readonly subject: string;
  readonly requestId: string;
  readonly boundary: string;
  /** What operations need that go on in a conversation. */
  readonly conversationIdentifier?: string;
}

/** The values of a basis by the name that a schema gives in `x-source`. */
export function sourcesOf(basis: Basis): Readonly<Record<string, unknown>> {
  const { credentials, channel, subject, requestId, boundary, layout, conversationIdentifier } = basis;
  return {
    authorization: `Bearer ${credentials.accessToken}`,
    'content-type': codecForLayout(layout).contentType(boundary),
    'org-id': credentials.orgId,
    'authorization-context': credentials.authorizationContext,
    'request-id': requestId,
    channel,
    subject,
    ...(conversationIdentifier === undefined ? {} : { 'conversation-identifier': conversationIdentifier }),
  };
}

/** The conforming request of a basis in its plainest form: what every violation and every spelling starts from. */
export function conformingMessage(basis: Basis): RequestMessage {
  const { request, values } = schemasOf(basis);
  const sources = sourcesOf(basis);
  const texts = codecForLayout(basis.layout).texts(plainObject(values, sources));
  // Headers are texts by their schema.
  const headers = plainObject(headersIn(request), sources) as Record<string, string>;
  return { headers, ...texts };
}

/** The same as a request that can be sent. */
export function conformingDraft(basis: Basis): RequestDraft {
  return draftOf(conformingMessage(basis), basis);
}

/** A message written down in the plainest legal spelling: headers in the order of the specification. */
export function draftOf(message: RequestMessage, basis: RequestForm & Pick<Basis, 'boundary'>): RequestDraft {
  const { method, path } = operationOf(basis.operation);
  const { jsonParts } = schemasOf(basis);
  const { headers, ...texts } = message;
  const body = codecForLayout(basis.layout).write(texts, { boundary: basis.boundary, jsonParts });
  return { method, path, fields: Object.entries(headers), body };
}

/** The schema of the headers in that of a request. */
function headersIn({ properties }: SchemaNode): SchemaNode {
  const headers = isSchemaNode(properties) ? properties.headers : undefined;
  return isSchemaNode(headers) ? headers : {};
}
