/** The form of a corpus entry: what one client library puts on the wire, written down from its known wire format. */
import type { ReceivedRequest } from '../../../../../wire/received.js';
import type { HeaderField } from '../../../../../wire/request.js';

/** What a connector has to send, before a library writes it. */
export interface Given {
  readonly token: string;
  readonly orgId: string;
  readonly context: string;
  readonly requestId: string;
  readonly channel: string;
  /** JSON text of the list. */
  readonly participants: string;
  /** JSON text of the whole object. */
  readonly whole: string;
}

/** A request as text: request line, header lines, body. Line ends are CRLF, characters are UTF-8 unless the body is bytes. */
export interface Raw {
  readonly head: readonly string[];
  readonly body: string | Uint8Array;
}

export interface Client {
  readonly name: string;
  readonly parts: (given: Given) => Raw;
  readonly 'json-part': (given: Given) => Raw;
}

export const given: Given = {
  token: `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ sub: 'a' })}.${Buffer.alloc(64, 5).toString('base64url')}`,
  orgId: '00DA00AA0a0Aa0z',
  context: 'Partner1_ChannelDefinition1',
  requestId: '0b9f2c1e-6d4a-4f5b-8c7d-1a2b3c4d5e6f',
  channel: 'PartnerLine_02',
  participants: '[{"subject":"Jürgen 😀","role":"EndUser","appType":"custom"}]',
  whole:
    '{"channelAddressIdentifier":"PartnerLine_02","participants":[{"subject":"Jürgen 😀","role":"EndUser","appType":"custom"}]}',
};

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Header lines of the contract but Content-Type, names as the library writes them. */
export function contractLines(
  { token, orgId, context, requestId }: Given,
  spell: (name: string) => string = (name) => name,
): readonly string[] {
  return [
    `${spell('Authorization')}: Bearer ${token}`,
    `${spell('OrgId')}: ${orgId}`,
    `${spell('AuthorizationContext')}: ${context}`,
    `${spell('RequestId')}: ${requestId}`,
  ];
}

/** A form: for each part its header lines and its content, then whatever stands behind the last boundary. */
export function form(
  boundary: string,
  parts: readonly (readonly [head: string, value: string])[],
  end = '\r\n',
): string {
  const written = parts.map(
    ([head, value]) =>
      `--${boundary}\r\n${head
        .trim()
        .split(/\r?\n\s*/)
        .join('\r\n')}\r\n\r\n${value}\r\n`,
  );
  return `${written.join('')}--${boundary}--${end}`;
}

/** A raw request as the gate hands it to the judge. */
export function received({ head, body }: Raw, over: Partial<ReceivedRequest> = {}): ReceivedRequest {
  const [line = '', ...lines] = head;
  const [method = '', target = '', version = ''] = line.split(' ');
  const fields = lines.map((one): HeaderField => {
    const colon = one.indexOf(':');
    return [one.slice(0, colon), one.slice(colon + 1)];
  });
  return {
    number: 1,
    receivedMs: 0,
    endedMs: 1,
    connection: 1,
    httpVersion: version.replace('HTTP/', ''),
    method,
    target,
    fields,
    body: typeof body === 'string' ? Buffer.from(body) : body,
    bodyCut: false,
    operation: 'establish-conversation',
    ...over,
  };
}
