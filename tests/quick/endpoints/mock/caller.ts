/** Calls a mock's core with a conforming request and whatever a test changes in it. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../../endpoints/mock/answer.js';
import type { Mock } from '../../../../endpoints/mock/mock.js';
import type { ServiceRequest } from '../../../../endpoints/mock/service-request.js';
import type { HeaderField } from '../../../../wire/request.js';

/** What to change; everything that is left out conforms. */
export interface Change {
  readonly method?: string;
  readonly target?: string;
  readonly connection?: number;
  /** Header values by name as the specification writes it; undefined removes the header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Changes the finished header fields. */
  readonly fields?: (fields: readonly HeaderField[]) => readonly HeaderField[];
  readonly boundary?: string;
  /** Undefined (with the key present) leaves the part out. */
  readonly channel?: string | undefined;
  readonly subject?: string;
  /** Members of the one entry; undefined removes a member. */
  readonly entry?: Readonly<Record<string, unknown>>;
  /** The whole value of participants; undefined (with the key present) leaves the part out. */
  readonly participants?: unknown;
  /** The JSON text of participants, written out. */
  readonly text?: string;
  /** Media types of the two parts. */
  readonly types?: readonly [channel: string | undefined, participants: string | undefined];
  readonly swapped?: boolean;
  readonly layout?: 'json-part' | 'json';
  /** More members of the object in the layout json. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Changes the finished body. */
  readonly body?: (body: string) => string;
}

export interface Called {
  readonly status: number;
  /** What the answer gives as conversationIdentifier, of whatever type. */
  readonly identifier: unknown;
  readonly accepted: boolean;
  readonly answer: Answer;
}

export class Caller {
  readonly mock: Mock;
  readonly #layout: 'json' | undefined;

  /** Lets so many milliseconds go by on the mock's clock; does nothing where the mock has the system's. */
  readonly pass: (milliseconds: number) => void;

  /** @param layout of requests that name none. */
  constructor(mock: Mock, pass: (milliseconds: number) => void = () => {}, layout?: 'json') {
    this.mock = mock;
    this.#layout = layout;
    this.pass = pass;
  }

  request(change: Change = {}): ServiceRequest {
    const { accessToken, orgId, authorizationContext, channels } = this.mock.credentials;
    const boundary = change.boundary ?? 'boundary-1';
    const layout = change.layout ?? this.#layout;
    const headers = {
      Authorization: `Bearer ${accessToken}`,
      'Content-Type': layout === 'json' ? 'application/json' : `multipart/form-data; boundary=${boundary}`,
      OrgId: orgId,
      AuthorizationContext: authorizationContext,
      RequestId: randomUUID(),
      ...change.headers,
    };
    const fields = Object.entries(headers).flatMap(([name, value]): HeaderField[] =>
      value === undefined ? [] : [[name, value]],
    );
    const channel = 'channel' in change ? change.channel : channels[0];
    const body = layout === 'json' ? writeJson(change, channel) : writeForm(change, boundary, channel);
    return {
      method: change.method ?? 'POST',
      target: change.target ?? '/api/v1/conversation',
      fields: change.fields?.(fields) ?? fields,
      body: Buffer.from(change.body?.(body) ?? body),
      connection: change.connection ?? 1,
    };
  }

  async call(change: Change = {}): Promise<Called> {
    const answer = await this.mock.core.handle(this.request(change));
    const identifier = identifierIn(answer);
    return { status: answer.status, identifier, accepted: answer.status >= 200 && answer.status < 300, answer };
  }
}

function writeJson(change: Change, channel: string | undefined): string {
  const entry = { subject: change.subject ?? 'someone', role: 'EndUser', appType: 'custom', ...change.entry };
  const participants = 'participants' in change ? change.participants : [entry];
  return change.text ?? JSON.stringify({ channelAddressIdentifier: channel, participants, ...change.members });
}

function writeForm(change: Change, boundary: string, channel: string | undefined): string {
  const entry = { subject: change.subject ?? 'someone', role: 'EndUser', appType: 'custom', ...change.entry };
  const participants = 'participants' in change ? change.participants : [entry];
  const [channelType, participantsType] = change.types ?? [];
  const parts =
    change.layout === 'json-part'
      ? [
          part(
            'json',
            change.text ?? JSON.stringify({ channelAddressIdentifier: channel, participants }),
            'application/json',
          ),
        ]
      : [
          channel === undefined ? '' : part('channelAddressIdentifier', channel, channelType),
          participants === undefined
            ? ''
            : part('participants', change.text ?? JSON.stringify(participants), participantsType),
        ];
  const ordered = change.swapped === true ? parts.toReversed() : parts;
  const delimited = ordered.filter((text) => text !== '').map((text) => `--${boundary}\r\n${text}`);
  return `${delimited.join('')}--${boundary}--\r\n`;
}

function part(name: string, value: string, type: string | undefined): string {
  const typeLine = type === undefined ? '' : `Content-Type: ${type}\r\n`;
  return `Content-Disposition: form-data; name="${name}"\r\n${typeLine}\r\n${value}\r\n`;
}

function identifierIn(answer: Answer): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(answer.body).toString());
    return typeof value === 'object' && value !== null && 'conversationIdentifier' in value
      ? value.conversationIdentifier
      : undefined;
  } catch {
    return undefined;
  }
}
