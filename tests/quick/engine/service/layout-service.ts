/** A small service that takes some layouts and refuses the others, and counts what it got. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Layout } from '../../../../schemas/codecs/codecs.js';

export type Body = Layout | 'nonsense';

export interface LayoutService {
  readonly baseUrl: URL;
  /** What each request was, in order. */
  readonly got: readonly Body[];
  close(): Promise<void>;
}

/** @param throttled how many requests are answered with 429 first. */
export async function serveLayouts(takes: readonly Body[], status = 202, throttled = 0): Promise<LayoutService> {
  const got: Body[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const body = kindOf(request.headers['content-type'] ?? '', text);
      got.push(body);
      if (got.length <= throttled) {
        response.writeHead(429, { 'Retry-After': '0' }).end();
        return;
      }
      const isTaken = takes.includes(body);
      response.writeHead(isTaken ? status : 415, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(isTaken ? { conversationIdentifier: 'c-1' } : { code: 10016, message: 'no' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: new URL(`http://127.0.0.1:${port}/api`),
    got,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function kindOf(contentType: string, text: string): Body {
  if (contentType === 'application/json') return 'json';
  if (!contentType.startsWith('multipart/form-data')) return 'nonsense';
  return text.includes('name="json"') ? 'json-part' : 'parts';
}
