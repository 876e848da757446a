/** The mock on a real socket: what node:http does before, beside and after the core. */
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { HttpResponse, http } from 'msw';
import { createMock, createMockKeys, type MockOptions, type ParserRefusal } from '../../../../endpoints/mock/mock.js';
import { serve } from '../../../../endpoints/mock/serve.js';
import type { ServiceRequest } from '../../../../endpoints/mock/service-request.js';
import { Caller, type Change } from './caller.js';
import { identifierIn, send } from './client.js';

const keys = createMockKeys();

/** A mock that listens until the test ends, however it ends. */
async function listening(t: TestContext, options: MockOptions = {}) {
  const mock = await createMock({ keys: await keys, ...options });
  const listening = await mock.listen();
  t.after(listening.close);
  return { mock, caller: new Caller(mock), ...listening };
}

/** Writes bytes to a port and returns all that comes back until the other side closes. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('latin1').on('data', (text) => {
    received += text;
  });
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return received;
}

function write({ method, target, fields, body }: ServiceRequest, more = ''): string {
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `${method} ${target} HTTP/1.1\r\nHost: localhost\r\n${head}${more}Content-Length: ${body.length}\r\n\r\n${body}`;
}

const closing = 'Connection: close\r\n';

test('gives one identifier on every connection', async (t) => {
  const { caller, baseUrl } = await listening(t);
  const first = identifierIn(await send(baseUrl, caller.request()));
  assert.equal(identifierIn(await send(baseUrl, caller.request())), first);
  assert.equal((await caller.call()).identifier, first);
});

test('refuses a header that comes twice', async (t) => {
  const { caller, port } = await listening(t);
  const request = caller.request({ fields: (fields) => [...fields, ...fields.filter(([name]) => name === 'OrgId')] });
  const answer = await exchange(port, write(request, closing));
  assert.match(answer, /^HTTP\/1\.1 400 .*"code":10016/s);
});

test('answers and tells what the HTTP parser refuses', async (t) => {
  const refusals: ParserRefusal[] = [];
  const { port } = await listening(t, { onRefusedByParser: (refusal) => refusals.push(refusal) });
  const answer = await exchange(port, 'POST /api/v1/conversation HTTP/1.1\r\nOrg Id: a\r\n\r\n');
  assert.match(answer, /^HTTP\/1\.1 400 .*\r\n\r\n\{"code":10016,"message":"[^"]+"\}$/s);
  assert.match(refusals[0]?.reason ?? '', /^HPE_/);
  const huge = await exchange(port, `POST / HTTP/1.1\r\nA: ${'a'.repeat(70_000)}\r\n\r\n`);
  assert.match(huge, /^HTTP\/1\.1 431 /);
  assert.equal(refusals.length, 2);
});

test('answers what came whole before what the HTTP parser refuses', async (t) => {
  const { caller, port } = await listening(t);
  const answers = await exchange(port, `${write(caller.request())}\0`);
  assert.match(answers, /^HTTP\/1\.1 202 [\s\S]*HTTP\/1\.1 400 /);
});

test('takes the absolute form of a target', async (t) => {
  const { caller, port } = await listening(t);
  const answer = await exchange(port, write(caller.request(), closing).replace(' /api', ' http://localhost/api'));
  assert.match(answer, /^HTTP\/1\.1 202 /);
});

for (const [name, right, wrong] of [
  ['two Hosts', 'Host: localhost\r\n', 'Host: localhost\r\nHost: localhost\r\n'],
  ['a Host that is none', 'Host: localhost', 'Host: "localhost"'],
  ['a request line without a version', ' HTTP/1.1', ''],
] as const) {
  test(`refuses and tells ${name}`, async (t) => {
    const refusals: ParserRefusal[] = [];
    const { caller, port } = await listening(t, { onRefusedByParser: (refusal) => refusals.push(refusal) });
    assert.match(await exchange(port, write(caller.request(), closing).replace(right, wrong)), /^HTTP\/1\.1 400 /);
    assert.equal(refusals.length, 1);
  });
}

test('refuses and tells a request without Host', async (t) => {
  const refusals: ParserRefusal[] = [];
  const { caller, port } = await listening(t, { onRefusedByParser: (refusal) => refusals.push(refusal) });
  const answer = await exchange(port, write(caller.request()).replace('Host: localhost\r\n', ''));
  assert.match(answer, /^HTTP\/1\.1 400 .*"code":10016/s);
  assert.equal(refusals.length, 1);
});

test('refuses a body of more than 8 MiB', async (t) => {
  const { port } = await listening(t);
  const length = 8 * 1024 * 1024 + 1;
  const head = `POST /api/v1/conversation HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\n`;
  assert.match(await exchange(port, head + 'a'.repeat(length)), /^HTTP\/1\.1 413 .*"code":10096/s);
});

for (const front of ['http://localhost', 'HTTPS://user@localhost:443']) {
  test(`takes the absolute form of a target: ${front}`, async (t) => {
    const { caller, port } = await listening(t);
    const request = caller.request();
    const absolute = await exchange(port, write({ ...request, target: front + request.target }, closing));
    assert.match(absolute, /^HTTP\/1\.1 202 /);
    assert.match(await exchange(port, write({ ...request, target: front }, closing)), /^HTTP\/1\.1 404 /);
  });
}

test('asks for the body at once when the caller waits for that', async (t) => {
  const { caller, port } = await listening(t);
  const answer = await exchange(port, write(caller.request(), `Expect: 100-continue\r\n${closing}`));
  assert.match(answer, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 202 /);
});

test('closing cuts idle and waiting connections at once', async (t) => {
  const notes = new EventEmitter();
  const { caller, baseUrl, close } = await listening(t, {
    variant: 'framing/slow',
    onExchange: ({ number }) => notes.emit(String(number)),
  });
  const agent = new Agent({ keepAlive: true });
  await send(baseUrl, caller.request(), agent);
  const judged = once(notes, '2');
  const waiting = assert.rejects(send(baseUrl, caller.request(), new Agent()));
  await judged;
  await close();
  await waiting;
  agent.destroy();
});

test('cuts an answer off where a fault says so', async (t) => {
  for (const fault of ['refusal/no-answer', 'refusal/half-answer'] as const) {
    const { caller, baseUrl } = await listening(t, { faults: [fault] });
    await assert.rejects(send(baseUrl, caller.request({ entry: { role: '' } })));
  }
});

const blanks: readonly (readonly ['leading' | 'trailing' | 'tabs', string, string])[] = [
  ['leading', '  ', ''],
  ['trailing', '', '  '],
  ['tabs', '', '\t'],
];

for (const [which, front, behind] of blanks) {
  test(`header-section/${which === 'tabs' ? which : `${which}-blanks`}-kept sees the bytes of the socket`, async (t) => {
    const { caller, port } = await listening(t, {
      faults: [which === 'tabs' ? 'header-section/tabs-kept' : `header-section/${which}-blanks-kept`],
    });
    const padded: Change = { fields: (fields) => fields.map(([name, value]) => [name, front + value + behind]) };
    assert.match(await exchange(port, write(caller.request(), closing)), /^HTTP\/1\.1 202 /);
    assert.match(await exchange(port, write(caller.request(padded), closing)), /^HTTP\/1\.1 400 /);
  });
}

test('handlers of msw in front of the mock are served too', async (t) => {
  const mock = await createMock({ keys: await keys });
  const busy = http.post('*/v1/conversation', () => HttpResponse.text('busy', { status: 503 }), { once: true });
  const { baseUrl, close } = await serve([busy, ...mock.handlers]);
  t.after(close);
  const caller = new Caller(mock);
  assert.equal((await send(baseUrl, caller.request())).status, 503);
  assert.equal((await send(baseUrl, caller.request())).status, 202);
});

test('a port that is taken rejects', async (t) => {
  const { mock, port } = await listening(t);
  await assert.rejects(mock.listen(port), { code: 'EADDRINUSE' });
});
