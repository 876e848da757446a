/** Every variant keeps the contract over a real socket: success, refusal, one pair one identifier, two pairs two. */
import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { before, test } from 'node:test';
import { createMock, createMockKeys, type MockKeys } from '../../../../endpoints/mock/mock.js';
import { type VariantId, variants } from '../../../../endpoints/mock/variants.js';
import { Caller, type Change } from './caller.js';
import { identifierIn, type Received, send } from './client.js';

let keys: MockKeys;
before(async () => {
  keys = await createMockKeys();
});

for (const { id } of variants) {
  test(`${id} keeps the contract`, async () => {
    await withVariant(id, async (call) => {
      const identifiers = new Map<string, unknown>();
      for (const subject of ['a', 'A', 'b', 'a', 'A', 'b']) {
        const answer = await call({ subject });
        assert.ok([200, 201, 202].includes(answer.status));
        const identifier = identifierIn(answer);
        assert.ok(typeof identifier === 'string' && identifier !== '');
        assert.equal(identifier, identifiers.get(subject) ?? identifier);
        identifiers.set(subject, identifier);
        const refusal = await call({ subject, entry: { role: '<b>Agent</b>' } });
        assert.ok(refusal.status >= 400 && refusal.status < 500 && ![408, 429].includes(refusal.status));
        assert.ok(!/conversationIdentifier":"[^"]|<b>Agent/.test(refusal.body));
      }
      assert.equal(new Set(identifiers.values()).size, 3);
    });
  });
}

/** Calls as a patient client does: what is throttled is sent again. */
async function withVariant(variant: VariantId, use: (call: (change: Change) => Promise<Received>) => Promise<void>) {
  const mock = await createMock({ keys, variant });
  const caller = new Caller(mock);
  const { baseUrl, close } = await mock.listen();
  const agent = new Agent({ keepAlive: true });
  try {
    await use(async (change) => {
      const request = caller.request(change);
      const answer = await send(baseUrl, request, agent);
      return [429, 503].includes(answer.status) ? send(baseUrl, request, agent) : answer;
    });
  } finally {
    agent.destroy();
    await close();
  }
}

/** The answer of a variant to one conforming request. */
async function answerOf(variant: VariantId, change: Change = {}): Promise<Received> {
  let answer: Received | undefined;
  await withVariant(variant, async (call) => {
    answer = await call(change);
  });
  assert.ok(answer);
  return answer;
}

test('ids are not used twice', () => {
  assert.equal(new Set(variants.map(({ id }) => id)).size, variants.length);
});

test('the framings are what they say', async () => {
  assert.equal((await answerOf('framing/chunked')).headers['transfer-encoding'], 'chunked');
  assert.equal((await answerOf('framing/closing')).headers.connection, 'close');
  const unannounced = await answerOf('framing/closing-unannounced-length');
  assert.equal(unannounced.headers['content-length'] ?? unannounced.headers['transfer-encoding'], undefined);
  assert.deepEqual((await answerOf('framing/continue')).interim, [100]);
  assert.deepEqual((await answerOf('framing/early-hints')).interim, [102, 103]);
  assert.deepEqual({ ...(await answerOf('framing/trailers')).trailers }, { 'x-checked': 'yes' });
  assert.ok((await answerOf('framing/lower-case-names')).rawHeaders.includes('content-type'));
});

test('throttling variants turn callers away and then serve them', async () => {
  const mock = await createMock({ keys, variant: 'throttling/429-at-once' });
  const caller = new Caller(mock);
  const statuses: number[] = [];
  for (let number = 1; number <= 21; number += 1) statuses.push((await caller.call()).status);
  assert.deepEqual(statuses, [...Array.from({ length: 19 }, () => 202), 429, 202]);
});

const choices: readonly (readonly [VariantId, Change])[] = [
  ['choices/one-participant', { participants: Array(2).fill({ subject: 'a', role: 'EndUser', appType: 'custom' }) }],
  ['choices/no-odd-subjects', { subject: '\u0007' }],
  ['choices/no-long-subjects', { subject: 'a'.repeat(256) }],
  ['choices/no-duplicated-parts', { body: (body) => body.replace(/(--boundary-1\r\n.*?)(?=--boundary-1)/s, '$1$1') }],
];

for (const [variant, change] of choices) {
  test(`${variant} refuses what others take`, async () => {
    assert.equal((await new Caller(await createMock({ keys })).call(change)).status, 202);
    assert.equal((await new Caller(await createMock({ keys, variant })).call(change)).status, 422);
  });
}

test('choices/creates-channels takes a channel that is not configured', async () => {
  assert.equal((await answerOf('choices/creates-channels', { channel: 'unknown' })).status, 202);
});

test('choices/no-repeated-request-ids takes a RequestId once', async () => {
  const caller = new Caller(await createMock({ keys, variant: 'choices/no-repeated-request-ids' }));
  const repeated = { headers: { RequestId: '0f8fad5b-d9cb-469f-a165-70867728950e' } };
  assert.equal((await caller.call(repeated)).status, 202);
  assert.equal((await caller.call(repeated)).status, 409);
});
