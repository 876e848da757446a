/** The same handlers in process with msw and on a socket share one set of conversations. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupServer } from 'msw/node';
import { createMock } from '../../../../endpoints/mock/mock.js';
import type { ServiceRequest } from '../../../../endpoints/mock/service-request.js';
import { Caller } from './caller.js';
import { identifierIn, send } from './client.js';

function init({ method, fields, body }: ServiceRequest) {
  return {
    method,
    headers: fields.map(([name, value]): [string, string] => [name, value]),
    body: new Uint8Array(body),
  };
}

test('fetch in process and a socket get one identifier', async () => {
  const mock = await createMock();
  const caller = new Caller(mock);
  const { baseUrl, close } = await mock.listen();
  const onSocket = await send(baseUrl, caller.request());

  const server = setupServer(...mock.handlers);
  server.listen({ onUnhandledRequest: 'error' });
  try {
    const url = 'https://org.invalid/api/v1/conversation';
    const accepted = await fetch(url, init(caller.request()));
    assert.equal(accepted.status, 202);
    assert.equal(identifierIn({ body: await accepted.text() }), identifierIn(onSocket));
    const refused = await fetch(url, init(caller.request({ entry: { role: 'Agent' } })));
    assert.equal(refused.status, 400);
  } finally {
    server.close();
    await close();
  }
});
