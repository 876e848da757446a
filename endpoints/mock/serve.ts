/** Serves msw request handlers on a real socket: the contract's core is called directly, any other handler through msw. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getResponse, type RequestHandler } from 'msw';
import { hostTroubleOf } from '../../wire/http/request-head.js';
import { originFormOf } from '../../wire/http/request-target.js';
import type { HeaderField } from '../../wire/request.js';
import { type Listening as Bound, listen } from '../listen.js';
import type { ServerIdentity } from '../tls/server-identity.js';
import { createTlsPort } from '../tls/tls-port.js';
import { type Answer, refusalAnswer } from './answer.js';
import { writeAnswer } from './encode-answer.js';
import { HeadRecorder } from './exact-fields.js';
import { ContractHandler, TokenHandler } from './handlers.js';
import { basePath } from './operations.js';
import { answerParserRefusals, type ParserRefusal } from './parser-refusals.js';
import type { ServiceRequest } from './service-request.js';
import { TokenEndpoint } from './token/token-endpoint.js';

export interface Listening extends Pick<Bound, 'port' | 'close'> {
  /** The part of the URL before `/v1/conversation`. */
  readonly baseUrl: string;
}

export interface ServeOptions {
  /** 0 (the default) lets the system choose. */
  readonly port?: number;
  readonly host?: string;
  /** Speaks https, and shows this. */
  readonly identity?: ServerIdentity;
  readonly onRefusedByParser?: (refusal: ParserRefusal) => void;
}

/** Fields that the server writes itself, in lower case. */
const framingNames = new Set(['content-length', 'transfer-encoding', 'connection', 'trailer']);

const mostBodyBytes = 8 * 1024 * 1024;
const mostHeadBytes = 64 * 1024;

const tooLarge: Answer = {
  ...refusalAnswer({ status: 413, code: 10096, message: 'The body is larger than 8 MiB.' }),
  closes: true,
};
const malformed: Answer = {
  ...refusalAnswer({ status: 400, code: 10016, message: 'The message is not well-formed HTTP.' }),
  closes: true,
};
const noHandler = refusalAnswer({ status: 404, code: 404, message: 'There is no such resource.' });

/** The list is looked at for each request, so handlers may be put in front later. Rejects when the port is taken. */
export async function serve(handlers: readonly RequestHandler[], options: ServeOptions = {}): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 60_000, requireHostHeader: false, maxHeaderSize: mostHeadBytes });
  const recorder = handlers.some((handler) => handler instanceof ContractHandler && handler.core.wantsExactFields)
    ? new HeadRecorder()
    : undefined;
  const connections = new WeakMap<Socket, number>();
  const owed = new WeakMap<Duplex, { readonly incoming: IncomingMessage; readonly response: ServerResponse }[]>();
  const answersTo = async (socket: Duplex): Promise<void> => {
    const whole = (owed.get(socket) ?? []).filter(({ incoming, response }) => incoming.complete && !response.closed);
    await Promise.all(whole.map(({ response }) => once(response, 'close')));
  };
  let count = 0;
  server.on('connection', (socket) => {
    connections.set(socket, ++count);
    socket.setNoDelay(true);
    recorder?.watch(socket);
  });
  server.on('request', (incoming, response) => {
    const open = (owed.get(incoming.socket) ?? []).filter((one) => !one.response.closed);
    owed.set(incoming.socket, [...open, { incoming, response }]);
    readBody(incoming, (body) => {
      const request: ServiceRequest = {
        method: incoming.method ?? '',
        target: originFormOf(incoming.url ?? ''),
        fields: recorder?.take(incoming) ?? pairUp(incoming.rawHeaders),
        body: body ?? Buffer.alloc(0),
        connection: connections.get(incoming.socket) ?? 0,
      };
      const badHead = headTroubleOf(request.fields, incoming.httpVersion);
      if (badHead !== undefined) options.onRefusedByParser?.({ reason: badHead, status: malformed.status });
      const answering =
        body === undefined || badHead !== undefined
          ? Promise.resolve(body === undefined ? tooLarge : malformed)
          : answer(handlers, request, incoming);
      answering.then((ready) => writeAnswer(response, ready)).catch(() => fail(response));
    });
  });
  answerParserRefusals(server, answersTo, options.onRefusedByParser);
  const { identity } = options;
  const port =
    identity === undefined
      ? server
      : createTlsPort({
          identity,
          onSecure: (socket) => server.emit('connection', socket),
          onTrouble: ({ told }) => options.onRefusedByParser?.({ reason: told, status: 400 }),
        });
  const scheme = identity === undefined ? 'http' : 'https';
  const { origin, ...bound } = await listen(port, options.port ?? 0, options.host ?? '127.0.0.1', scheme);
  return { baseUrl: `${origin}${basePath}`, ...bound };
}

/** What Node takes all the same, or (no Host) would refuse with an empty body. */
function headTroubleOf(fields: readonly HeaderField[], httpVersion: string): string | undefined {
  return /^1\.[01]$/.test(httpVersion) ? hostTroubleOf({ fields, httpVersion }) : 'neither HTTP/1.0 nor HTTP/1.1';
}

/** Calls back once: with the whole body, or with undefined as soon as it is too large. Never when the caller goes away. */
function readBody(incoming: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  incoming.on('data', (chunk: Buffer) => {
    if (length > mostBodyBytes) return;
    length += chunk.length;
    chunks.push(chunk);
    if (length > mostBodyBytes) {
      chunks.length = 0;
      done(undefined);
    }
  });
  incoming.on('end', () => {
    if (length <= mostBodyBytes) done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
  incoming.on('error', () => incoming.destroy());
}

async function answer(handlers: readonly RequestHandler[], request: ServiceRequest, incoming: IncomingMessage) {
  for (const handler of handlers) {
    if (handler instanceof TokenHandler) {
      if (TokenEndpoint.isMeant(request)) return handler.endpoint.handle(request);
      continue;
    }
    if (handler instanceof ContractHandler) return handler.core.handle(request);
    const response = await getResponse([handler], toFetchRequest(request, incoming));
    if (response !== undefined) return fromFetchResponse(response);
  }
  return noHandler;
}

function toFetchRequest({ method, target, fields, body }: ServiceRequest, incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of fields) headers.append(name, value);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const url = new URL(target, `http://${incoming.headers.host ?? 'localhost'}`);
  return new Request(url, { method, headers, ...(hasBody ? { body: new Uint8Array(body) } : {}) });
}

async function fromFetchResponse(response: Response): Promise<Answer> {
  if (response.type === 'error') return { status: 500, fields: [], body: '', abort: 'before' };
  const fields = [...response.headers].filter(([name]) => !framingNames.has(name));
  return { status: response.status, fields, body: Buffer.from(await response.arrayBuffer()) };
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"code":500,"message":"The mock failed."}');
}

function pairUp(rawHeaders: readonly string[]): HeaderField[] {
  const fields: HeaderField[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) fields.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return fields;
}
