/**
 * Proves that a recorded failure can be sent again: STILL against the same fault, FIXED without it, never a secret in the
 * file. One fault of each kind that a replay treats in its own way.
 */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { FaultId } from '../../../endpoints/mock/faults.js';
import { replayCase } from '../../../engine/service/replay/replay.js';
import type { ReplayCase } from '../../../schemas/record/replay-case.js';
import { assertNeighboursReplay, casesOf, serve } from '../../support/recorded-cases.js';
import { runAgainst } from './run-against.js';

const rows = [
  ['org-id/accepts-18', 'headers/org-id', 'refusal'],
  ['authorization/signature-not-verified', 'headers/authorization/signature', 'refusal'],
  ['authorization/expired', 'headers/authorization/expiry', 'refusal'],
  ['request-id/version-4-only', 'headers/request-id', 'acceptance'],
  ['success/number', 'answer/success', 'acceptance'],
  ['refusal/token', 'answer/refusal', 'clean refusal'],
  ['same-pair/by-connection', 'behaviour/same-pair/connection', 'same identifier'],
  ['merged-subjects/leading-blanks', 'behaviour/different-pair', 'other identifier'],
] as const;

for (const [fault, only, expects] of rows) {
  test(`${fault}: STILL with the fault, FIXED without`, async (t) => {
    const faulty = await serve(t, { faults: [fault] });
    const right = await serve(t, {});
    const cases = (await casesOf(faulty, only)).filter((one) => one.expects === expects && one.wholeStory);
    assert.ok(cases.length > 0, 'no case');
    for (const one of cases.slice(0, 3)) {
      const still = await replayCase(one, { target: faulty });
      assert.equal(still.result, 'STILL', `${one.label}: ${still.reason}`);
      const fixed = await replayCase(one, { target: right });
      assert.equal(fixed.result, 'FIXED', `${one.label}: ${fixed.reason}`);
    }
  });
}

// tests/matrices/near-neighbours.test.ts takes every fault.
test('near neighbours stay near, however they write the word of the run', async (t) => {
  const some: readonly FaultId[] = [
    'merged-subjects/case',
    'merged-subjects/mail-tags',
    'different-pair/hash-of-8-bits',
  ];
  await assertNeighboursReplay(t, some);
});

test('another way to fail is CHANGED, a refused control decides nothing', async (t) => {
  const faulty = await serve(t, { faults: ['org-id/accepts-18'] });
  const [one] = await casesOf(faulty, 'headers/org-id/length');
  assert.ok(one);
  const changed = await replayCase(one, { target: await serve(t, { faults: ['refusal/status-500'] }) });
  assert.equal(changed.result, 'CHANGED', changed.reason);
  const credentials = { ...faulty.credentials, accessToken: faulty.credentials.expiredAccessToken ?? '' };
  const dead = await replayCase(one, { target: { ...(await serve(t, {})), credentials } });
  assert.equal(dead.result, 'INCONCLUSIVE');
  assert.match(dead.reason, /^The control was not accepted.*401.*Give a fresh token/);
});

test('names of another target take the place of the recorded ones', async (t) => {
  const faulty = await serve(t, { faults: ['org-id/accepts-18'] });
  const [one] = await casesOf(faulty, 'headers/org-id/length');
  assert.ok(one);
  // As if it had been recorded at another org: nothing of it may go to this one.
  const text = JSON.stringify(one)
    .replaceAll(faulty.credentials.orgId, '00DAAAAAAAAAAAA')
    .replaceAll(faulty.credentials.authorizationContext, 'Elsewhere1_Channel1');
  const elsewhere: ReplayCase = JSON.parse(text);
  assert.equal((await replayCase(elsewhere, { target: faulty })).result, 'STILL');
  assert.equal((await replayCase(elsewhere, { target: await serve(t, {}) })).result, 'FIXED');
});

test('a ceiling that is too low decides nothing, and is held', async (t) => {
  const faulty = await serve(t, { faults: ['org-id/accepts-18'] });
  const [one] = await casesOf(faulty, 'headers/org-id/length');
  assert.ok(one);
  const result = await replayCase(one, { target: faulty, maxRequests: 1 });
  assert.deepEqual([result.result, result.requests], ['INCONCLUSIVE', 1]);
});

const run = promisify(execFile);
const missing = ['bash', 'curl'].find((program) => spawnSync(program, ['--version']).error !== undefined);

test('the curl lines of findings run as they stand and show the failure, with a token that the shell forges too', {
  skip: missing === undefined ? false : `${missing} is not installed`,
}, async (t) => {
  const target = await serve(t, { faults: ['org-id/accepts-18', 'authorization/signature-not-verified'] });
  const record = await runAgainst(target.baseUrl, target.credentials, {
    only: ['headers/org-id', 'headers/authorization'],
  });
  const failures = record.findings.filter(({ verdict }) => verdict === 'nonconformant');
  const env = { PATH: process.env.PATH, SF_ACCESS_TOKEN: target.credentials.accessToken, NO_PROXY: '*' };
  // What the redactor cut out of a line would be missing in the shell.
  for (const { curl = '' } of failures) assert.ok(!curl.includes('\u2039'), curl);
  for (const clause of ['headers/org-id/length', 'headers/authorization/signature']) {
    const line = failures.find((failure) => failure.clause === clause)?.curl;
    assert.ok(line, clause);
    assert.match((await run('bash', ['--norc', '-c', line], { env })).stdout, /^HTTP\/1\.1 202 /);
  }
});
