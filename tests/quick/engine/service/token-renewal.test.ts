/** Holds that a token that dies half way is renewed, or ends the run undecided: never a false red, never a false green. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock, type MockOptions } from '../../../../endpoints/mock/mock.js';
import { requestToken } from '../../../../endpoints/token/request-token.js';
import { runConformance } from '../../../../engine/service/run-conformance.js';
import type { RunOptions } from '../../../../engine/service/run-options.js';
import type { RunRecord } from '../../../../schemas/record/run-record.js';

/** The service's clock is a minute ahead: tokens die before the suite expects it. */
const aMinuteAhead = () => Date.now() + 60_000;

interface Outcome {
  readonly record: RunRecord;
  readonly issued: number;
  /** Counted at the mock, those for tokens included. */
  readonly received: number;
}

async function run(
  mockOptions: MockOptions,
  options: Partial<RunOptions> = {},
  source: 'flow' | 'given' = 'flow',
  onRequest: (count: number) => void = () => {},
): Promise<Outcome> {
  let received = 0;
  const mock = await createMock({
    ...mockOptions,
    onExchange: () => {
      received += 1;
      onRequest(received);
    },
  });
  const { baseUrl, close } = await mock.listen();
  try {
    const tokenFlow = { ...mock.connectedApp, endpoint: `${new URL(baseUrl).origin}/services/oauth2/token` };
    const first = await requestToken(tokenFlow);
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
  assert.ok(issued >= 2, `${issued} tokens were issued`);
  assert.equal(record.requests, received);
});

test('a token that dies before its time is found out by the plain request and renewed', async () => {
  const { record, issued } = await run({ tokenLifetimeMs: 800, clock: aMinuteAhead }, { rate: 50 });
  assert.equal(record.verdict, 'conformant', record.reason);
  assert.ok(issued >= 2 && issued <= 20, `${issued} tokens were issued`);
});

test('an opaque token, which says nothing of its expiry, is renewed too', async () => {
  const { record, issued } = await run({ tokenLifetimeMs: 800, app: { opaque: true } }, { rate: 50 });
  assert.notEqual(record.verdict, 'nonconformant', record.reason);
  assert.notEqual(record.cause, 'credentials refused');
  assert.ok(issued >= 2, `${issued} tokens were issued`);
});

test('a given token that dies half way ends the run undecided, with what to do', async () => {
  for (const clock of [Date.now, aMinuteAhead]) {
    const { record } = await run({ tokenLifetimeMs: 700, clock }, { rate: 50 }, 'given');
    assert.deepEqual([record.verdict, record.exitCode, record.cause], ['inconclusive', 3, 'credentials refused']);
    assert.deepEqual(broken(record), []);
    assert.match(record.reason, /^The access token .+ UTC.*, half way: .*SF_ACCESS_TOKEN.*JWT bearer flow/);
  }
});

test('a token that cannot be renewed ends the run undecided, with what the endpoint said', async () => {
  const app = { approved: true };
  const mockOptions = { tokenLifetimeMs: 700, clock: aMinuteAhead, app };
  const { record } = await run(mockOptions, { rate: 50 }, 'flow', () => {
    app.approved = false;
  });
  assert.deepEqual([record.verdict, record.cause], ['inconclusive', 'credentials refused']);
  assert.deepEqual(broken(record), []);
  assert.match(record.reason, /no new one came: .*user hasn't approved this consumer/);
});

test('a fault is found although tokens die while it is looked for', async () => {
  const cases = [
    ['authorization/signature-not-verified', 'headers/authorization/signature'],
    ['authorization/scheme-case-sensitive', 'headers/authorization/scheme-any-case'],
  ] as const;
  for (const [fault, clause] of cases) {
    const { record, issued } = await run(
      { faults: [fault], tokenLifetimeMs: 500, clock: aMinuteAhead },
      { level: 'standard', only: ['headers/authorization'], rate: 100 },
    );
    assert.ok(broken(record).includes(clause), `${fault}: ${record.reason}`);
    assert.ok(issued >= 2, `${issued} tokens were issued`);
  }
});

test('races, searches and sequences stay sound while tokens die', async () => {
  const only = ['behaviour/same-pair', 'answer/refusal/status'];
  const { record, issued } = await run(
    { tokenLifetimeMs: 400, clock: aMinuteAhead },
    { level: 'standard', only, concurrency: 16 },
  );
  assert.equal(record.verdict, 'conformant', record.reason);
  assert.ok(issued >= 2, `${issued} tokens were issued`);
});

test('requests for tokens count against the ceiling', async () => {
  const { record, received, issued } = await run(
    { tokenLifetimeMs: 500, clock: aMinuteAhead },
    { rate: 50, maxRequests: 60 },
  );
  assert.ok(issued >= 2, `${issued} tokens were issued`);
  assert.ok(received <= 60, `${received} requests came`);
  assert.equal(record.requests, received);
  assert.deepEqual(broken(record), []);
});

test('no token that was ever issued stands in the record', async () => {
  const mock = await createMock({ tokenLifetimeMs: 1_000 });
  const { baseUrl, close } = await mock.listen();
  const tokenFlow = { ...mock.connectedApp, endpoint: `${new URL(baseUrl).origin}/services/oauth2/token` };
  const first = await requestToken(tokenFlow);
  assert.ok(first.ok);
  const record = await runConformance({
    target: {
      kind: 'service',
      baseUrl: new URL(baseUrl),
      credentials: { ...mock.credentials, accessToken: first.token.value },
      faults: [],
      tokenFlow,
    },
    level: 'smoke',
    layout: 'parts',
    edition: '61.0',
    seed: 1,
    only: [],
    concurrency: 8,
    rate: 60,
  });
  await close();
  assert.ok(mock.tokenEndpoint.issued >= 2);
  // Every JWT of the mock begins alike; what follows is secret.
  assert.doesNotMatch(JSON.stringify(record), /eyJ[\w-]{20,}\.[\w-]{20,}/);
});
