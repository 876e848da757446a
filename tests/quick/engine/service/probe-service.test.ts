/** A probe finds every edition and layout that a service takes, in few requests, and tells why when it finds none. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createMock, createMockKeys, type MockKeys } from '../../../../endpoints/mock/mock.js';
import { mostProbeRequests, type ProbeResult, probeService } from '../../../../engine/service/probe-service.js';
import type { Credentials } from '../../../../generators/credentials.js';
import type { Layout } from '../../../../schemas/codecs/codecs.js';
import { editionIds } from '../../../../schemas/editions/editions.js';
import { layoutsOf } from '../../../../schemas/operations/operations.js';
import { formOf } from '../../forms.js';
import { type Body, serveLayouts } from './layout-service.js';

const credentials: Credentials = {
  accessToken: 'aaaa.bbbb.cccc',
  orgId: '00DA00AA0a0Aa0z',
  authorizationContext: 'Partner1_ChannelDefinition1',
  channels: ['PartnerLine_02', 'PartnerLine_03'],
};

let keys: MockKeys;
before(async () => {
  keys = await createMockKeys();
});

function probeAt(baseUrl: URL | string, who = credentials): Promise<ProbeResult> {
  const target = { kind: 'service', baseUrl: new URL(baseUrl), credentials: who, faults: [] } as const;
  return probeService({ target, seed: 11 });
}

const every: readonly Layout[] = ['parts', 'json-part', 'json'];
const subsets: readonly (readonly Layout[])[] = [...Array(8).keys()].map((bits) =>
  every.filter((_, index) => (bits & (1 << index)) !== 0),
);

for (const takes of subsets) {
  test(`a service that takes ${takes.join(', ') || 'no layout'}`, async (t) => {
    const service = await serveLayouts(takes, 201);
    t.after(() => service.close());
    const { decision, requests, pair } = await probeAt(service.baseUrl);
    assert.equal(requests, service.got.length);
    assert.ok(requests <= 5);
    assert.equal(pair.established, takes.length > 0);
    if (takes.length === 0) {
      assert.ok(!decision.found);
      return assert.equal(decision.cause, 'no edition');
    }
    assert.ok(decision.found);
    assert.deepEqual(
      decision.spoken,
      takes.map((layout) => ({ edition: formOf(layout).edition, layout })),
    );
    assert.deepEqual(decision.use, decision.spoken[0]);
    assert.deepEqual(decision.statuses, [201]);
  });
}

test('a service that accepts everything is told as such', async (t) => {
  const service = await serveLayouts([...every, 'nonsense']);
  t.after(() => service.close());
  const { decision } = await probeAt(service.baseUrl);
  assert.ok(!decision.found);
  assert.equal(decision.cause, 'accepts anything');
});

for (const edition of editionIds) {
  test(`the mock of edition ${edition} is found, with one conversation left behind`, async (t) => {
    const mock = await createMock({ keys, edition });
    const { baseUrl, close } = await mock.listen();
    t.after(close);
    const { decision, pair } = await probeAt(baseUrl, { ...credentials, ...mock.credentials });
    assert.ok(decision.found);
    assert.deepEqual(
      decision.spoken,
      layoutsOf(edition).map((layout) => ({ edition, layout })),
    );
    assert.match(pair.subject, /^byoc-[0-9a-f]{6}-probe$/);
    assert.equal(typeof mock.core.conversations.find([pair.channel, pair.subject]), 'string');
  });

  test(`refused credentials are told, edition ${edition}`, async (t) => {
    const mock = await createMock({ keys, edition });
    const { baseUrl, close } = await mock.listen();
    t.after(close);
    const { decision, pair } = await probeAt(baseUrl, { ...credentials, ...mock.credentials, accessToken: 'x.y.z' });
    assert.ok(!decision.found);
    assert.equal(decision.cause, 'credentials refused');
    assert.equal(pair.established, false);
  });

  test(`an unknown channel is told, edition ${edition}`, async (t) => {
    const mock = await createMock({ keys, edition });
    const { baseUrl, close } = await mock.listen();
    t.after(close);
    const { decision } = await probeAt(baseUrl, { ...credentials, ...mock.credentials, channels: ['nobody'] });
    assert.ok(!decision.found);
    assert.equal(decision.cause, 'channel refused');
  });
}

test('nothing that listens is asked once', async () => {
  const service = await serveLayouts([]);
  await service.close();
  const { decision, attempts } = await probeAt(service.baseUrl);
  assert.ok(!decision.found);
  assert.equal(decision.cause, 'unreachable');
  assert.equal(attempts.length, 1);
});

test('however often it is throttled, no more than twelve requests go out', async (t) => {
  const service = await serveLayouts(every, 202, 1_000);
  t.after(() => service.close());
  const { decision, requests } = await probeAt(service.baseUrl);
  assert.ok(!decision.found);
  assert.equal(decision.cause, 'throttled');
  assert.equal(requests, service.got.length);
  assert.ok(service.got.length <= mostProbeRequests);
});

test('throttled at first, it is found all the same', async (t) => {
  const service = await serveLayouts(['json'], 202, 2);
  t.after(() => service.close());
  const { decision } = await probeAt(service.baseUrl);
  assert.ok(decision.found);
  assert.deepEqual(decision.use, { edition: '65.0', layout: 'json' });
  const last: Body | undefined = service.got.at(-1);
  assert.equal(last, 'json');
});
