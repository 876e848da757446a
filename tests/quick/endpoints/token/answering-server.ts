/** A server that answers every request in one way, for tests of token requests. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface Fixed {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

/** Gives the origin; `answer` is asked for each request. */
export async function answeringServer(
  t: TestContext,
  answer: (request: IncomingMessage, body: string) => Fixed,
): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, body, type = 'application/json' } = answer(request, Buffer.concat(chunks).toString());
      response.writeHead(status, { 'Content-Type': type }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  // Bound to a port of the loopback address above.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
