/** What is no whole HTTP message makes the gate say NO, whatever good came beside it; what is only unusual does not. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { makeServerIdentity } from '../../../endpoints/tls/server-identity.js';
import { conformingDraft } from '../../../generators/basis.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { encodeRequest } from '../../../wire/codecs/encode.js';
import { openRaw } from '../endpoints/org/raw-client.js';
import { formOf } from '../forms.js';
import { brokenClauses, type HandedSettings, recordWhile } from './run-gate-for.js';

/** A conforming request, finished but for what a row changes in its head and behind it. */
function call(settings: HandedSettings, subject: string, change = (head: string): string => head, behind = ''): Buffer {
  const { fields, body } = encodeRequest(
    conformingDraft({
      ...formOf('parts'),
      credentials: {
        accessToken: settings.SF_ACCESS_TOKEN ?? '',
        orgId: settings.SF_ORG_ID ?? '',
        authorizationContext: settings.SF_AUTHORIZATION_CONTEXT ?? '',
        channels: [settings.CHANNEL_ADDRESS_IDENTIFIER ?? ''],
      },
      channel: settings.CHANNEL_ADDRESS_IDENTIFIER ?? '',
      subject,
      requestId: crypto.randomUUID(),
      boundary: 'b',
    }),
  );
  const lines = [...fields, ['Host', 'h'], ['Content-Length', String(body.length)]].map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = change(`POST /api/v1/conversation HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return Buffer.concat([Buffer.from(head, 'latin1'), body, Buffer.from(behind, 'latin1')]);
}

/** What a connector does on a connection that is open; the gate is stopped behind it. */
type Act = (client: Awaited<ReturnType<typeof openRaw>>, settings: HandedSettings) => Promise<unknown>;

const identity = makeServerIdentity('127.0.0.1');

/** Beside a good request. */
const recordOf = (act: Act, scheme: 'http' | 'https' = 'http'): Promise<ConnectorRecord> =>
  recordWhile(
    async (origin, settings) => {
      const good = await openRaw(origin, identity.ca);
      good.send(call(settings, 'ann'));
      await good.until('conversationIdentifier');
      good.socket.destroy();
      await act(await openRaw(origin, identity.ca), settings);
    },
    scheme === 'https' ? { tls: { identity, trust: {} } } : {},
  );

const sending =
  (bytes: (settings: HandedSettings) => string | Buffer): Act =>
  async (client, settings) => {
    client.send(bytes(settings));
    client.socket.end();
    await client.end();
  };

const clientHello = '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03';

const schemes = ['http', 'https'] as const;

const wrong: readonly (readonly [name: string, act: Act, told: RegExp])[] = [
  ['TLS where plain HTTP is spoken', sending(() => clientHello), /as TLS does/],
  ['HTTP/2 unasked', sending(() => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), /as HTTP\/2 does/],
  ['HTTP/0.9', sending(() => 'GET /api/v1/conversation\r\n'), /names no version/],
  ['another protocol', sending(() => '\x00\x01\x02 hello\n'), /no request line/],
  ['half a head', sending((settings) => call(settings, 'bob').subarray(0, 60)), /in the middle of the header section/],
  [
    'a head of more than 64 KiB',
    sending((settings) => call(settings, 'bob', (head) => head.replace('Host', `X: ${'x'.repeat(70_000)}\r\nHost`))),
    /longer than 65536 bytes/,
  ],
  [
    'bytes behind a complete body',
    sending((settings) => call(settings, 'bob', undefined, '{"more":1}\r\n')),
    /whole by its Content-Length/,
  ],
  [
    'a body without length or chunks',
    sending((settings) => call(settings, 'bob', (head) => head.replace(/Content-Length: \d+\r\n/, ''))),
    /neither Content-Length nor Transfer-Encoding/,
  ],
  [
    'a length and chunks',
    sending((settings) => call(settings, 'bob', (head) => head.replace('Host', 'Transfer-Encoding: chunked\r\nHost'))),
    /both Content-Length and Transfer-Encoding/,
  ],
  [
    'a length beyond the body, the connection closed',
    sending((settings) => call(settings, 'bob', longer)),
    /the connection ended in the middle of the body \(7 more bytes are announced\)/,
  ],
  [
    'a length beyond the body, the connection held until the gate is stopped',
    async (client, settings) => void client.send(call(settings, 'bob', longer)),
    /nothing more came for \d\.\d s in the middle of the body/,
  ],
];

function longer(head: string): string {
  return head.replace(/Content-Length: (\d+)/, (_, length: string) => `Content-Length: ${Number(length) + 7}`);
}

for (const [[name, act, told], scheme] of wrong.flatMap((row) => schemes.map((scheme) => [row, scheme] as const))) {
  test(`${name}, by ${scheme}: NO, beside a good request`, async () => {
    const record = await recordOf(act, scheme);
    assert.equal(record.verdict, 'nonconformant', record.reason);
    assert.ok(brokenClauses(record).includes('operation/http-message'), brokenClauses(record).join());
    const [finding] = record.findings.filter(({ clause }) => clause === 'operation/http-message');
    assert.match(finding?.got ?? '', told);
    assert.ok((finding?.advice ?? '').length > 40);
    assert.equal(record.exchanges?.[0]?.verdict, 'conformant');
  });
}

const right: readonly (readonly [name: string, act: Act])[] = [
  ['a connection without a byte', async (client) => client.socket.end()],
  ['an empty line in front', sending((settings) => Buffer.concat([Buffer.from('\r\n'), call(settings, 'bob')]))],
  [
    'a request in pieces',
    async (client, settings) => {
      for (const byte of call(settings, 'bob')) client.send(Uint8Array.of(byte));
      await client.until('conversationIdentifier');
    },
  ],
  [
    'a side that is closed behind the request, and the answer waited for',
    async (client, settings) => {
      client.send(call(settings, 'bob'));
      client.socket.end();
      await client.until('conversationIdentifier');
    },
  ],
  ['two requests in one piece', sending((settings) => Buffer.concat([call(settings, 'bob'), call(settings, 'cleo')]))],
  [
    'the absolute form of the target',
    sending((settings) => call(settings, 'bob', (head) => head.replace(' /api', ' http://h/api'))),
  ],
  [
    'a method in a name that begins like another protocol',
    sending(() => 'OPTIONS /api/v1/conversation HTTP/1.1\r\nHost: h\r\n\r\n'),
  ],
];

for (const [[name, act], scheme] of right.flatMap((row) => schemes.map((scheme) => [row, scheme] as const))) {
  test(`${name}, by ${scheme}: YES`, async () => {
    const record = await recordOf(act, scheme);
    assert.deepEqual([record.verdict, brokenClauses(record)], ['conformant', []], record.reason);
  });
}

const nowhere = [
  '/',
  '/api/v2/conversation',
  '/API/V1/conversation',
  '/api/v1/conversation/',
  '/api//v1/conversation',
  '/api/v1/conversations',
  '/api/v1/conversaton',
  '/api/v1/covnersation',
];

for (const path of nowhere) {
  test(`a call to ${path} is answered 404, never conformant`, async () => {
    let answer = '';
    const record = await recordOf(async (client, settings) => {
      client.send(call(settings, 'bob', (head) => head.replace('/api/v1/conversation', path)));
      answer = await client.until('\r\n\r\n');
    });
    assert.match(answer, /^HTTP\/1.1 404 /);
    assert.notEqual(record.exchanges?.[1]?.verdict, 'conformant');
    assert.ok(
      record.warnings.some((warning) => warning.includes(`${path} (1)`)),
      record.warnings.join(),
    );
  });
}

test('a TLS handshake that a pool of connections breaks off says nothing beside calls that came through', async () => {
  const breakOff = async (origin: string): Promise<void> => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.end('\x16\x03\x01\x02\x00\x01', 'latin1');
    await once(socket.resume(), 'close');
  };
  const record = await recordWhile(
    async (origin, settings) => {
      await breakOff(origin);
      const good = await openRaw(origin, identity.ca);
      good.send(call(settings, 'ann'));
      await good.until('conversationIdentifier');
      await breakOff(origin);
      good.socket.destroy();
    },
    { tls: { identity, trust: {} } },
  );
  assert.deepEqual([record.verdict, brokenClauses(record), record.requests], ['conformant', [], 1], record.reason);
  const alone = await recordWhile(breakOff, { tls: { identity, trust: {} } });
  assert.equal(alone.verdict, 'inconclusive');
  assert.match(alone.findings[0]?.got ?? '', /in the middle of the TLS handshake/);
});
