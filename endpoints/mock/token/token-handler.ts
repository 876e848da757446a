/** The token endpoint as an msw request handler; the socket server takes the endpoint and calls it directly. */
import { HttpHandler } from 'msw';
import { toResponse } from '../contract-handler.js';
import { type TokenEndpoint, tokenPath } from './token-endpoint.js';

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
