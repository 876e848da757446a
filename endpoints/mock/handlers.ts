/** Core and token endpoint as msw request handlers: msw calls them in process, the socket server what they hold. */
import { HttpHandler } from 'msw';
import type { Answer } from './answer.js';
import type { Core } from './core.js';
import { basePath, mockOperations } from './operations.js';
import type { TokenEndpoint } from './token/token-endpoint.js';
import { tokenPath } from './token/token-path.js';

export class ContractHandler extends HttpHandler {
  readonly core: Core;

  constructor(core: Core) {
    const meant = anyBaseUrl(mockOperations(core.edition).map(({ path }) => path));
    super(/.+/, meant, async ({ request }) => toResponse(await core.handle(await toServiceRequest(request, meant))));
    this.core = core;
  }
}

export class TokenHandler extends HttpHandler {
  readonly endpoint: TokenEndpoint;

  constructor(endpoint: TokenEndpoint) {
    super(/.+/, `*${tokenPath}`, async ({ request }) => {
      const { method, url } = request;
      const body = Buffer.from(await request.arrayBuffer());
      return toResponse(await endpoint.handle({ method, target: tokenPath + new URL(url).search, body }));
    });
    this.endpoint = endpoint;
  }
}

/** The paths behind any host and base path, because msw meets whatever URL the code under test was given. */
function anyBaseUrl(paths: readonly string[]): RegExp {
  return new RegExp(`/(${paths.map((path) => path.replaceAll('.', '\\.')).join('|')})$`);
}

/** msw gives header names in lower case and duplicates joined: rules about these are only judged on the socket. */
async function toServiceRequest(request: Request, meant: RegExp) {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    target: `${basePath}/${meant.exec(pathname)?.[1] ?? ''}${search}`,
    fields: [...request.headers].map(([name, value]) => [name, value] as const),
    body: Buffer.from(await request.arrayBuffer()),
    connection: 0,
  };
}

/** Framing has no meaning in process; a cut connection becomes a network error. */
async function toResponse(answer: Answer): Promise<Response> {
  if (answer.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
  if (answer.abort !== undefined) return Response.error();
  const mayHaveBody = answer.status !== 204 && answer.status !== 304;
  return new Response(mayHaveBody ? new Uint8Array(Buffer.from(answer.body)) : null, {
    status: answer.status,
    headers: answer.fields.map(([name, value]): [string, string] => [name, value]),
  });
}
