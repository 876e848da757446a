/** What `npx playwright test` reads of BYOC_YES, BYOC_RATE and BYOC_REUSE_SUBJECTS, and how it refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunOptions } from '../../../engine/service/run-options.js';
import { harmless, refusedPlan } from '../../../playwright/no-harm.js';

const elsewhere = new URL('https://org.example/api');
const here = new URL('http://127.0.0.1:1/api');
const plan = { requests: 2_023, conversations: 533, specs: 74 };

const options = (baseUrl: URL): RunOptions => ({
  target: {
    kind: 'service',
    baseUrl,
    credentials: { accessToken: 't', orgId: 'o', authorizationContext: 'a', channels: ['c'] },
    faults: [],
  },
  level: 'standard',
  layout: 'parts',
  edition: '61.0',
  seed: 1,
  only: [],
  concurrency: 8,
});

test('a plan for elsewhere needs BYOC_YES, one for this machine does not', () => {
  assert.equal(
    refusedPlan(plan, options(elsewhere), {}),
    'org.example is not on this machine, and nobody is here to be asked whether it may get 2,023 requests: nothing was sent. Read the plan above, and set BYOC_YES=1 when it may be carried out.',
  );
  for (const yes of ['1', 'true', 'YES'])
    assert.equal(refusedPlan(plan, options(elsewhere), { BYOC_YES: yes }), undefined);
  assert.notEqual(refusedPlan(plan, options(elsewhere), { BYOC_YES: '0' }), undefined);
  assert.equal(refusedPlan(plan, options(here), {}), undefined);
  assert.throws(() => refusedPlan(plan, options(elsewhere), { BYOC_YES: 'maybe' }), {
    message: 'BYOC_YES is 1 or 0, not "maybe"',
  });
});

test('the rate: 20 elsewhere, none here, or BYOC_RATE up to the documented limit', () => {
  assert.deepEqual(harmless(elsewhere, {}), {
    rate: 20,
    rateFrom: 'the default for a service that is not on this machine',
  });
  assert.deepEqual(harmless(here, { BYOC_RATE: '' }), {});
  assert.deepEqual(harmless(elsewhere, { BYOC_RATE: '5' }), { rate: 5, rateFrom: 'as BYOC_RATE says' });
  assert.throws(() => harmless(elsewhere, { BYOC_RATE: '2001' }), {
    message:
      'BYOC_RATE must be a number greater than 0 and at most 2000, not "2001": the service documents a limit of 2000 requests a second for all users of the org together; use BYOC_RATE=20',
  });
});

test('BYOC_REUSE_SUBJECTS is 1 or 0', () => {
  assert.equal(harmless(here, { BYOC_REUSE_SUBJECTS: '1' }).reuseSubjects, true);
  assert.equal('reuseSubjects' in harmless(here, { BYOC_REUSE_SUBJECTS: '0' }), false);
  assert.throws(() => harmless(here, { BYOC_REUSE_SUBJECTS: 'all' }), {
    message: 'BYOC_REUSE_SUBJECTS is 1 or 0, not "all"',
  });
});
