/** A client on node:http for tests: one exchange, interim answers and trailers kept, content coding removed. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { ServiceRequest } from '../../../../endpoints/mock/service-request.js';

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly interim: readonly number[];
  readonly trailers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Rejects when the connection breaks before the answer is complete. */
export function send(baseUrl: string, message: ServiceRequest, agent = new Agent()): Promise<Received> {
  return new Promise((resolve, reject) => {
    const url = new URL(message.target, baseUrl);
    const outgoing = request(url, { method: message.method, agent });
    for (const [name, value] of message.fields) outgoing.appendHeader(name, value);
    const interim: number[] = [];
    outgoing.on('information', ({ statusCode }) => interim.push(statusCode));
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const decode = decoders[incoming.headers['content-encoding'] ?? ''];
        const { headers, rawHeaders, trailers } = incoming;
        const body = (decode?.(bytes) ?? bytes).toString();
        resolve({ status: incoming.statusCode ?? 0, headers, rawHeaders, interim, trailers, body });
      });
    });
    outgoing.end(message.body);
  });
}

/** The conversation identifier in a body; undefined when there is none. */
export function identifierIn({ body }: Pick<Received, 'body'>): unknown {
  const value: unknown = JSON.parse(body);
  return typeof value === 'object' && value !== null && 'conversationIdentifier' in value
    ? value.conversationIdentifier
    : undefined;
}
