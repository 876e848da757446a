/**
 * A whole run whose tokens die half way, over sockets: never a false red, never a false green, and every token request is
 * counted. What each answer means for a token stands in tokens.test.ts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock, type MockOptions } from '../../../../endpoints/mock/mock.js';
import { requestToken } from '../../../../endpoints/token/request-token.js';
import { runConformance } from '../../../../engine/service/run-conformance.js';
import type { RunOptions } from '../../../../engine/service/run-options.js';
import type { RunRecord } from '../../../../schemas/record/run-record.js';
import { clockOfRequests } from '../../../../tools/manual-clock.js';
import { sharedKeys } from '../../end-to-end/run-against.js';

/** By how much the service's clock is ahead: then tokens die before the suite expects it. */
const aMinute = 60_000;

interface Outcome {
  readonly record: RunRecord;
  readonly issued: number;
  /** Counted at the mock, those for tokens included. */
  readonly received: number;
}

/** Run and mock go by one clock of requests, so that tokens die as early on a busy machine as on a quiet one. */
async function run(
  mockOptions: Omit<MockOptions, 'clock'> & { readonly aheadMs?: number },
  options: Partial<RunOptions> = {},
  source: 'flow' | 'given' = 'flow',
): Promise<Outcome> {
  let received = 0;
  const clock = clockOfRequests();
  const { aheadMs = 0, ...rest } = mockOptions;
  const mock = await createMock({
    keys: await sharedKeys(),
    ...rest,
    clock: () => clock.wallMs() + aheadMs,
    onExchange: () => {
      received += 1;
    },
  });
  const { baseUrl, close } = await mock.listen();
  try {
    const tokenFlow = { ...mock.connectedApp, endpoint: `${new URL(baseUrl).origin}/services/oauth2/token` };
    const first = await requestToken(tokenFlow, { now: () => clock.wallMs() });
    assert.ok(first.ok, 'no first token came');
    const credentials = { ...mock.credentials, accessToken: first.token.value };
    const record = await runConformance({
      target: {
        kind: 'service',
        baseUrl: new URL(baseUrl),
        credentials,
        faults: [],
        ...(source === 'flow' ? { tokenFlow, tokenRequests: 1 } : {}),
      },
      level: 'smoke',
      layout: 'parts',
      edition: '61.0',
      seed: 1,
      only: [],
      concurrency: 8,
      clock,
      ...options,
    });
    return { record, issued: mock.tokenEndpoint.issued, received: received + mock.tokenEndpoint.issued };
  } finally {
    await close();
  }
}

const broken = ({ clauses }: RunRecord): readonly string[] =>
  clauses.filter(({ verdict }) => verdict === 'nonconformant').map(({ id }) => id);

test('a token is renewed ahead of its expiry, and the run does not notice', async () => {
  const { record, issued, received } = await run({ tokenLifetimeMs: 1_000 }, { rate: 50 });
  assert.equal(record.verdict, 'conformant', record.reason);
  assert.ok(issued >= 2 && issued <= 20, `${issued} tokens were issued`);
  assert.equal(record.requests, received);
  // Every JWT of the mock begins alike; what follows is secret.
  assert.doesNotMatch(JSON.stringify(record), /eyJ[\w-]{20,}\.[\w-]{20,}/);
});

test('a given token that dies half way ends the run undecided, with what to do', async () => {
  for (const aheadMs of [0, aMinute]) {
    const { record } = await run({ tokenLifetimeMs: 700, aheadMs }, { rate: 50 }, 'given');
    assert.deepEqual([record.verdict, record.exitCode, record.cause], ['inconclusive', 3, 'credentials refused']);
    assert.deepEqual(broken(record), []);
    assert.match(record.reason, /^The access token .+ UTC.*, half way: .*SF_ACCESS_TOKEN.*JWT bearer flow/);
  }
});

test('a fault is found although tokens die while it is looked for', async () => {
  const cases = [
    ['authorization/signature-not-verified', 'headers/authorization/signature'],
    ['authorization/scheme-case-sensitive', 'headers/authorization/scheme-any-case'],
  ] as const;
  for (const [fault, clause] of cases) {
    const { record, issued } = await run(
      { faults: [fault], tokenLifetimeMs: 500, aheadMs: aMinute },
      { level: 'standard', only: ['headers/authorization'], rate: 100 },
    );
    assert.ok(broken(record).includes(clause), `${fault}: ${record.reason}`);
    assert.ok(issued >= 2, `${issued} tokens were issued`);
  }
});

test('races, searches and sequences stay sound while tokens die', async () => {
  const only = ['behaviour/same-pair', 'answer/refusal/status'];
  for (const opaque of [false, true]) {
    const { record, issued } = await run(
      { tokenLifetimeMs: 400, aheadMs: aMinute, app: { opaque } },
      { level: 'standard', only, concurrency: 16 },
    );
    assert.equal(record.verdict, 'conformant', record.reason);
    assert.ok(issued >= 2, `${issued} tokens were issued`);
  }
});

test('requests for tokens count against the ceiling', async () => {
  const { record, received, issued } = await run(
    { tokenLifetimeMs: 500, aheadMs: aMinute },
    { rate: 50, maxRequests: 60 },
  );
  assert.ok(issued >= 2, `${issued} tokens were issued`);
  assert.ok(received <= 60, `${received} requests came`);
  assert.equal(record.requests, received);
  assert.deepEqual(broken(record), []);
});
