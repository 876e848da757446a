/** The org of these tests, and a plain request to it. */

import type { ConnectorContract } from '../../../../verdicts/connector/contract.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import type { HeaderField } from '../../../../wire/request.js';
import { given, received } from './corpus/client.js';

export const contract: ConnectorContract = {
  edition: '61.0',
  orgId: given.orgId,
  authorizationContext: given.context,
  channels: [given.channel, 'c2'],
  tokens: [given.token],
};

export const jsonContract: ConnectorContract = { ...contract, edition: '65.0' };

const disposition = (name: string): string => `Content-Disposition: form-data; name="${name}"`;

/** A form with parts by name and content, cut by `b`. */
export function formOf(...parts: readonly (readonly [name: string, value: string])[]): string {
  return `${parts.map(([name, value]) => `--b\r\n${disposition(name)}\r\n\r\n${value}\r\n`).join('')}--b--\r\n`;
}

const canonical: Readonly<Record<string, string>> = {
  Authorization: `Bearer ${given.token}`,
  'Content-Type': 'multipart/form-data; boundary=b',
  OrgId: given.orgId,
  AuthorizationContext: given.context,
  RequestId: given.requestId,
};

/** A conforming request with some headers changed (undefined leaves one out) and another body. */
export function requestWith(
  headers: Readonly<Record<string, string | undefined>> = {},
  body: string | Uint8Array = formOf(['channelAddressIdentifier', given.channel], ['participants', given.participants]),
  over: Partial<ReceivedRequest> = {},
): ReceivedRequest {
  const fields = Object.entries({ ...canonical, ...headers }).flatMap(([name, value]): HeaderField[] =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...received({ head: ['POST /api/v1/conversation HTTP/1.1'], body }), fields, ...over };
}
