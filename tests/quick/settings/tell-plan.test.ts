/** Holds what is told of a run before the first request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunOptions } from '../../../engine/service/run-options.js';
import { tellPlan } from '../../../settings/tell-plan.js';
import { goodToken } from '../cli/sample.js';

const options: RunOptions = {
  target: {
    kind: 'service',
    baseUrl: new URL('https://example.com/api'),
    credentials: {
      accessToken: goodToken,
      orgId: '00D000000000001',
      authorizationContext: 'A_B',
      channels: ['a', 'b'],
    },
    faults: [],
  },
  level: 'standard',
  layout: 'parts',
  edition: '61.0',
  seed: 7,
  only: [],
  concurrency: 8,
};
const plan = { requests: 1200, conversations: 1, specs: 25 };

test('the plan names target, seed, requests, conversations left behind and time', () => {
  assert.equal(
    tellPlan(plan, { ...options, rate: 5 }),
    `The plan
  target       https://example.com/api (service)
  org          00D000000000001, A_B, 2 channels
  run          edition 61.0, level standard, layout parts, seed 7
  tests        25 tests
  requests     at most 1,200 requests if nothing fails; failures add repeats and shrinking
  left behind  at most 1 conversation: the API cannot delete them
  time         about 4 min at 5 a second (as --rate says), 8 at a time`,
  );
});

test('without a rate the time is not guessed', () => {
  const text = tellPlan(plan, options);
  assert.match(text, /^ {2}time {9}as fast as the answers come, 8 at a time; --rate N holds it back$/m);
});

test('a budget smaller than the plan is told, and shortens the time', () => {
  const text = tellPlan(plan, { ...options, maxRequests: 100, rate: 10 });
  assert.match(text, /^ {2}time {9}about 10 s at 10 a second/m);
  assert.match(text, /^ {2}budget {7}--max-requests 100 is less than that: some clauses will stay undecided$/m);
  assert.doesNotMatch(tellPlan(plan, { ...options, maxRequests: 1200 }), /budget/);
});

test('a rate that nobody asked for says where it comes from; reused subjects say what stays behind', () => {
  const text = tellPlan(plan, { ...options, rate: 20, rateFrom: 'the default', reuseSubjects: true });
  assert.match(text, /at 20 a second \(the default\), 8 at a time$/m);
  assert.match(
    text,
    /at most 1 conversation, none beyond those of an earlier run with --reuse-subjects at this level$/m,
  );
});

test('faults of the mock are named', () => {
  const target = { ...options.target, kind: 'embedded mock', faults: ['role/any', 'org-id/x'] } as const;
  assert.match(tellPlan(plan, { ...options, target }), /^ {2}faults {7}role\/any, org-id\/x$/m);
});
