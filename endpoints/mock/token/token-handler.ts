/** The token endpoint as an msw request handler; the socket server takes the endpoint and calls it directly. */
import { HttpHandler, HttpResponse } from 'msw';
import type { TokenEndpoint } from './token-endpoint.js';
import { tokenPath } from './token-endpoint.js';

export class TokenHandler extends HttpHandler {
  readonly endpoint: TokenEndpoint;

  constructor(endpoint: TokenEndpoint) {
    super(/.+/, `*${tokenPath}`, async ({ request }) => {
      const answer = await endpoint.handle({
        method: request.method,
        target: tokenPath + new URL(request.url).search,
        body: Buffer.from(await request.arrayBuffer()),
      });
      const headers = new Headers();
      for (const [name, value] of answer.fields) headers.append(name, value);
      return new HttpResponse(String(answer.body), { status: answer.status, headers });
    });
    this.endpoint = endpoint;
  }
}
