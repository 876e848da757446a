/**
 * Proves that sharded runs of Playwright merge: each finding points at its own exchange, and shards that each started a
 * mock of their own are not merged at all, as one history over two services would be a false alarm.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createMock } from '../../../endpoints/mock/mock.js';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { runPlaywright } from './playwright-process.js';
import { sharedKeys } from './run-against.js';
import { settingsFor } from './settings-for.js';

async function mergedShards(
  t: TestContext,
  env: Record<string, string>,
): Promise<{ said: string; record: RunRecord | undefined }> {
  const cwd = await emptyDirectory(t);
  for (const shard of [1, 2]) {
    const blob = { PLAYWRIGHT_BLOB_OUTPUT_FILE: join(cwd, 'blobs', `report-${shard}.zip`) };
    await runPlaywright(t, ['test', '--reporter=blob', `--shard=${shard}/2`], { cwd, env: { ...env, ...blob } });
  }
  const merged = await runPlaywright(t, ['merge-reports', 'blobs'], { cwd });
  const path = join(cwd, 'conformance-report/run.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return {
    said: merged.stderr + merged.stdout,
    record: text === undefined ? undefined : (JSON.parse(text) as RunRecord),
  };
}

test('each finding of merged shards points at its own exchange', async (t) => {
  const mock = await createMock({ keys: await sharedKeys(), faults: ['org-id/accepts-18', 'subject/refuses-emoji'] });
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  const { record } = await mergedShards(t, { ...settingsFor(baseUrl, mock.credentials), BYOC_SEED: '20' });
  assert.ok(record !== undefined);
  const wrong = record.findings.filter(({ got, exchange }) => {
    const status = /^(?:the refusal )?(\d{3})\b/.exec(got)?.[1];
    const evidence = record.evidence.find(({ number }) => number === exchange);
    return status !== undefined && Number(status) !== evidence?.answer?.status;
  });
  assert.deepEqual(
    wrong.map(({ clause, label, got }) => `${clause}: ${label}: ${got}`),
    [],
  );
});

test('shards that each judge a mock of their own are refused', async (t) => {
  const { said, record } = await mergedShards(t, { BYOC_SEED: '20' });
  assert.match(said, /The shards ran against different services/);
  assert.equal(record, undefined);
});
