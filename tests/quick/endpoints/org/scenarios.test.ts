/** Every scenario is told, has a clause of its own but for the control, and stages something for a single request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrgScenario } from '../../../../endpoints/org/scenario.js';
import { scenarios as all, scenarioOf } from '../../../../endpoints/org/scenarios.js';
import { isClauseId } from '../../../../schemas/clauses/clauses.js';
import type { ReceivedRequest } from '../../../../wire/received.js';

const scenarios: readonly OrgScenario[] = all;

const request: ReceivedRequest = {
  number: 1,
  receivedMs: 0,
  endedMs: 0,
  connection: 1,
  httpVersion: '1.1',
  method: 'POST',
  target: '/api/v1/conversation',
  fields: [],
  body: Buffer.alloc(0),
  bodyCut: false,
  operation: 'establish-conversation',
};
const origin = 'http://127.0.0.1:8080';
const context = { key: 'a', attempt: 1, keyNumber: 1, token: 't', origin, nowMs: Date.UTC(2026, 0, 1, 0, 0, 0, 200) };
const accepted = { status: 202, fields: [], body: '{"conversationIdentifier":"1-2","success":true}' };

for (const scenario of scenarios) {
  test(`${scenario.id}: the first request meets it, its retry gets an answer`, () => {
    const play = scenario.play();
    const answer = play.instead?.(request, context) ?? play.change?.(accepted, request, context);
    if (scenario.clause === undefined) {
      assert.equal(answer, undefined);
      return;
    }
    assert.ok(isClauseId(scenario.clause));
    assert.notEqual(answer?.staged, undefined);
    const again = { ...context, attempt: 2, token: 'another', nowMs: context.nowMs + 1_000 };
    const retry = play.instead?.(request, again) ?? play.change?.(accepted, request, again) ?? accepted;
    assert.ok(retry.status < 300);
    assert.equal('reset' in retry, false);
  });
}

test('unavailable: what comes back at once meets the same four times, and is served then', () => {
  const play = scenarioOf('unavailable').play();
  const statuses = [0, 10, 20, 30, 40].map(
    (ms, index) => play.instead?.(request, { ...context, attempt: index + 1, nowMs: context.nowMs + ms })?.status,
  );
  assert.deepEqual(statuses, [503, 503, 503, 503, undefined]);
});

test('throttled-call: what comes back too soon is throttled again, and nothing else', () => {
  const play = scenarioOf('throttled-call').play();
  const statusAt = (key: string, ms: number) =>
    play.instead?.(request, { ...context, key, nowMs: context.nowMs + ms })?.status;
  assert.deepEqual(
    [statusAt('a', 0), statusAt('b', 1), statusAt('a', 20), statusAt('a', 1_000), statusAt('a', 1_001)],
    [429, undefined, 429, undefined, undefined],
  );
});

test('always-slow: a try that comes before the answer is as slow, and one after it is not', () => {
  const play = scenarioOf('always-slow').play();
  const delays = [0, 500, 2_400, 4_400].map(
    (ms) => play.change?.(accepted, request, { ...context, nowMs: context.nowMs + ms }).delayMs,
  );
  assert.deepEqual(delays, [2_000, 2_000, 2_000, undefined]);
});

test('redirected: 307, then 308 for what followed, then the answer, with the query kept', () => {
  const play = scenarioOf('redirected').play();
  const follow = (target: string, attempt: number) =>
    play.instead?.({ ...request, target }, { ...context, attempt })?.fields.find(([name]) => name === 'Location')?.[1];
  assert.equal(follow('/api/v1/conversation?a=1', 1), '/api/v1/conversation?a=1&redirected=307');
  assert.equal(follow('/api/v1/conversation?a=1&redirected=307', 2), '/api/v1/conversation?a=1&redirected=308');
  assert.equal(follow('/api/v1/conversation?a=1&redirected=308', 3), undefined);
});

test('redirected-elsewhere: the other name of the machine, whichever the connector uses', () => {
  const locationFor = (...hosts: readonly string[]) =>
    scenarioOf('redirected-elsewhere')
      .play()
      .instead?.({ ...request, fields: hosts.map((host) => ['Host', host] as const) }, context)
      ?.fields.find(([name]) => name === 'Location')?.[1];
  assert.equal(locationFor('127.0.0.1:8080'), 'http://localhost:8080/elsewhere/api/v1/conversation');
  assert.equal(locationFor('localhost:9000'), 'http://127.0.0.1:9000/elsewhere/api/v1/conversation');
  assert.equal(locationFor(), 'http://localhost:8080/elsewhere/api/v1/conversation');
  assert.equal(locationFor('///'), 'http://localhost:8080/elsewhere/api/v1/conversation');
});

test('a date in Retry-After is one to two seconds ahead', () => {
  const play = scenarios.find(({ id }) => id === 'throttled-date')?.play();
  const date = play?.instead?.(request, context)?.fields.find(([name]) => name === 'Retry-After')?.[1];
  assert.equal(date, 'Thu, 01 Jan 2026 00:00:02 GMT');
});
