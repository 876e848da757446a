/** A service on a bare socket that can answer as the mock does, or with any bytes at all, or not at all. */
import type { Socket } from 'node:net';
import type { TestContext } from 'node:test';
import type { Answer } from '../../../endpoints/mock/answer.js';
import { createMock } from '../../../endpoints/mock/mock.js';
import type { ServiceRequest } from '../../../endpoints/mock/service-request.js';
import type { Credentials } from '../../../generators/credentials.js';
import type { HeaderField } from '../../../wire/request.js';
import { type Arrival, type RawServer, rawServer } from '../endpoints/sender/raw-server.js';
import { sharedKeys } from './run-against.js';

export interface HostileCall {
  readonly socket: Socket;
  /** 1 for the first message to the service. */
  readonly count: number;
  /** The message as it came, one character for each byte. */
  readonly text: string;
  /** What the mock would answer. */
  readonly plain: Answer;
  /** Answers as the mock would. */
  behave(): void;
  /** Answers with a status, a body and header fields in front of Content-Length. */
  answer(status: number, body?: string, ...fields: readonly string[]): void;
}

export interface HostileService extends RawServer {
  readonly credentials: Credentials;
}

/** Calls `react` for each message, in the order in which the mock has made up its mind. Ends with the test. */
export async function hostileService(
  t: TestContext,
  react: (call: HostileCall) => void,
  onConnection?: (socket: Socket) => void,
): Promise<HostileService> {
  const mock = await createMock({ keys: await sharedKeys() });
  const server = await rawServer(
    t,
    (arrival) => void mock.core.handle(readArrival(arrival)).then((plain) => react(callOf(arrival, plain))),
    onConnection,
  );
  return { ...server, credentials: mock.credentials };
}

function callOf({ socket, count, bytes }: Arrival, plain: Answer): HostileCall {
  const answer = (status: number, body: string | Uint8Array = '', ...fields: readonly string[]): void => {
    const content = Buffer.from(body);
    const lines = [`HTTP/1.1 ${status} Some`, ...fields, `Content-Length: ${content.length}`];
    socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]));
  };
  return {
    socket,
    count,
    text: bytes.toString('latin1'),
    plain,
    behave: () => answer(plain.status, Buffer.from(plain.body).toString(), ...plain.fields.map(writeField)),
    answer,
  };
}

const writeField = ([name, value]: HeaderField): string => `${name}: ${value}`;

/** Keeps the blanks around values away, as an HTTP parser does. */
function readArrival({ bytes, connection }: Arrival): ServiceRequest {
  const headEnd = bytes.indexOf('\r\n\r\n');
  const [line = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const [method = '', target = ''] = line.split(' ');
  const fields = lines.map((field): HeaderField => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon), field.slice(colon + 1).trim()];
  });
  return { method, target, fields, body: bytes.subarray(headEnd + 4), connection };
}
