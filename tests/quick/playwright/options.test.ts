/** What `npx playwright test` reads of the options of a run, by the names of variables, and how it refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunOptions } from '../../../engine/service/run-options.js';
import { agreeToPlan, readPlaywrightOptions } from '../../../playwright/options.js';
import { UsageError } from '../../../settings/errors/usage-error.js';
import { asVariable } from '../../../settings/options/declaration.js';
import { runOptionsOf } from '../../../settings/options/run-choices.js';

const target = (url: string): RunOptions['target'] => ({
  kind: 'service',
  baseUrl: new URL(url),
  credentials: { accessToken: 't', orgId: 'o', authorizationContext: 'a', channels: ['c'] },
  faults: [],
});
const elsewhere = target('https://org.example/api');
const here = target('http://127.0.0.1:1/api');
const plan = { requests: 2_023, conversations: 533, specs: 74 };

function read(env: Record<string, string>, files: Record<string, string> = {}) {
  return readPlaywrightOptions({ env, cwd: '/work', readFile: (path) => files[path] });
}

const runOptions = (env: Record<string, string>, to = elsewhere): RunOptions => runOptionsOf(read(env), to, asVariable);

function refusalOf(env: Record<string, string>, files: Record<string, string> = {}): readonly string[] {
  try {
    read(env, files);
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error
      .tell()
      .split(/\n +|^error: /)
      .slice(1);
  }
  return [];
}

test('a plan for elsewhere needs BYOC_YES, one for this machine does not', () => {
  assert.throws(() => agreeToPlan(plan, runOptions({}), read({}).yes), {
    message:
      'org.example is not on this machine, and nobody is here to be asked whether it may get 2,023 requests: nothing was sent. Read the plan above, and set BYOC_YES=1 when it may be carried out.',
  });
  for (const yes of ['1', 'true', 'YES']) agreeToPlan(plan, runOptions({}), read({ BYOC_YES: yes }).yes);
  assert.throws(() => agreeToPlan(plan, runOptions({}), read({ BYOC_YES: '0' }).yes));
  agreeToPlan(plan, runOptions({}, here), false);
});

test('the rate: 20 elsewhere, none here, or BYOC_RATE up to the documented limit', () => {
  assert.equal(runOptions({}).rate, 20);
  assert.equal(runOptions({ BYOC_RATE: '' }, here).rate, undefined);
  const { rate, rateFrom } = runOptions({ BYOC_RATE: '5' });
  assert.deepEqual([rate, rateFrom], [5, 'as BYOC_RATE says']);
  assert.deepEqual(refusalOf({ BYOC_RATE: '2001' }), [
    'BYOC_RATE must be a number greater than 0 and at most 2000, not "2001"',
    'the service documents a limit of 2000 requests a second for all users of the org together; use BYOC_RATE=20; it was taken from the environment',
  ]);
});

test('a switch is 1 or 0', () => {
  assert.equal(runOptions({ BYOC_REUSE_SUBJECTS: '1' }).reuseSubjects, true);
  assert.equal('reuseSubjects' in runOptions({ BYOC_REUSE_SUBJECTS: '0' }), false);
  for (const name of ['BYOC_REUSE_SUBJECTS', 'BYOC_YES']) {
    assert.deepEqual(refusalOf({ [name]: 'maybe' }), [
      `${name} is 1 or 0, not "maybe"`,
      'it was taken from the environment',
    ]);
  }
});

test('every option is called by its variable, in what to do as well', () => {
  assert.deepEqual(refusalOf({ BYOC_LAYOUT: 'json' }), [
    'BYOC_LAYOUT=json does not fit edition 61.0, which takes multipart/form-data only',
    'leave it out, use BYOC_LAYOUT=parts or BYOC_LAYOUT=json-part, or judge by BYOC_EDITION=65.0; it was taken from the environment',
  ]);
  assert.deepEqual(refusalOf({}, { '/work/.env': 'BYOC_GATE=new' }), [
    'BYOC_GATE=new needs a baseline: what is new is new since an earlier run',
    'name its run record with BYOC_BASELINE, or leave BYOC_GATE out; it was taken from /work/.env',
  ]);
});

test('a ceiling is refused wherever it stands, in one sentence that names the command', () => {
  const words = 'BYOC_MAX_REQUESTS needs one process that counts: use byoc-conformance run --max-requests';
  assert.deepEqual(refusalOf({ BYOC_MAX_REQUESTS: '' }), []);
  assert.deepEqual(refusalOf({ BYOC_MAX_REQUESTS: '150' }), [`${words} 150`]);
  assert.deepEqual(refusalOf({ BYOC_MAX_REQUESTS: 'a\u001b[31mlot' }), [`${words} N`]);
  assert.deepEqual(refusalOf({}, { '/work/byoc-conformance.config.yaml': 'maxRequests: 150' }), [`${words} 150`]);
});

test('a second edition is refused', () => {
  assert.match(refusalOf({ BYOC_EDITION: '61.0,65.0' })[0] ?? '', /^BYOC_EDITION names 61\.0 and 65\.0, and npx/);
});
