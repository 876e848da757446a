/**
 * Proves that sharded runs of Playwright merge: they come to the verdicts of one run, each finding points at its own
 * exchange, and shards that each started a mock of their own are not merged at all, as one history over two services
 * would be a false alarm.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictsOf } from '../../quick/end-to-end/run-against.js';
import { byCommand, byShards, readRecord, startMock, withOtherExchange } from '../../support/playwright-runs.js';

test('two merged shards come to the verdicts of one run, each finding at its own exchange', async (t) => {
  const env = await startMock(t, ['org-id/accepts-18', 'subject/refuses-emoji']);
  const whole = await byCommand(t, env);
  const { said, cwd } = await byShards(t, env);
  const record = await readRecord(cwd);
  assert.deepEqual(verdictsOf(record), verdictsOf(whole.record), said);
  assert.deepEqual([record.verdict, record.exitCode], ['nonconformant', 1]);
  assert.deepEqual([whole.record.verdict, whole.record.exitCode], ['nonconformant', 1]);
  assert.ok(record.findings.length > 3);
  assert.deepEqual(withOtherExchange(record), []);
});

test('shards that each judge a mock of their own are refused', async (t) => {
  const { said, cwd } = await byShards(t, { BYOC_SEED: '20', BYOC_ONLY: 'headers,behaviour/different-pair' });
  assert.match(said, /The shards ran against different services/);
  await assert.rejects(readRecord(cwd), { code: 'ENOENT' });
});
