/** Runs by the command and by Playwright against one mock in a process of its own, and their records. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { FaultId } from '../../endpoints/mock/faults.js';
import type { Credentials } from '../../generators/credentials.js';
import { validateRecord } from '../../reports/validate-record.js';
import type { ServiceRecord } from '../../schemas/record/run-record.js';
import { runProcess, startCommand } from '../quick/cli/processes.js';
import { emptyDirectory } from '../quick/cli/stand-ins.js';
import { runPlaywright } from '../quick/end-to-end/playwright-process.js';
import { settingsFor } from '../quick/end-to-end/settings-for.js';

const seed = '20';

/** The settings of a mock and of a run against it, for both ways to run. */
export type RunSettings = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly record: ServiceRecord;
}

/**
 * Starts the command `mock`; it ends with the test.
 *
 * @param options of the runs, by their variables in the environment.
 */
export async function startMock(
  t: TestContext,
  faults: readonly FaultId[],
  options: RunSettings = {},
): Promise<RunSettings> {
  const cwd = await emptyDirectory(t);
  const flags = faults.flatMap((id) => ['--fault', id]);
  const mock = startCommand(t, ['mock', '--credentials', 'settings.json', ...flags], { cwd });
  await mock.said(/http:\/\/127\.0\.0\.1:\d+\/api/);
  // Written by the command a moment ago, in the shape that its help promises.
  const settings = JSON.parse(await readFile(join(cwd, 'settings.json'), 'utf8')) as Credentials & { baseUrl: string };
  return { ...settingsFor(settings.baseUrl, settings), BYOC_SEED: seed, ...options };
}

export async function readRecord(cwd: string): Promise<ServiceRecord> {
  const checked = validateRecord(JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8')));
  if (!checked.ok) assert.fail(checked.errors.join('\n'));
  assert.ok(checked.record.judges === 'service');
  return checked.record;
}

export async function byCommand(t: TestContext, env: RunSettings): Promise<Ended> {
  const cwd = await emptyDirectory(t);
  const { code, stderr } = await runProcess(t, ['run'], { cwd, env });
  assert.doesNotMatch(stderr, /^\s+at /m);
  return { code, record: await readRecord(cwd) };
}

export async function byPlaywright(
  t: TestContext,
  env: RunSettings,
  config: 'compiled' | 'source' = 'compiled',
): Promise<Ended> {
  const cwd = await emptyDirectory(t);
  const { code, stdout, stderr } = await runPlaywright(t, ['test'], { cwd, env, config });
  assert.doesNotMatch(stdout + stderr, /^\s+at .*\(.*:\d+:\d+\)/m);
  return { code, record: await readRecord(cwd) };
}

/** Two shards, one after the other, merged: what was said, and where the record is, if there is one. */
export async function byShards(t: TestContext, env: RunSettings): Promise<{ said: string; cwd: string }> {
  const cwd = await emptyDirectory(t);
  for (const shard of [1, 2]) {
    const blob = { PLAYWRIGHT_BLOB_OUTPUT_FILE: join(cwd, 'blobs', `report-${shard}.zip`) };
    const argv = ['test', '--reporter=blob', `--shard=${shard}/2`];
    const { code, stdout } = await runPlaywright(t, argv, { cwd, env: { ...env, ...blob } });
    assert.ok(code === 0 || code === 1, stdout);
  }
  // Its exit code says nothing of the tests: the run record does.
  const { stdout, stderr } = await runPlaywright(t, ['merge-reports', 'blobs'], { cwd });
  return { said: stderr + stdout, cwd };
}

/** Findings whose status is not that of the exchange that they point at. */
export function withOtherExchange({ findings, evidence }: ServiceRecord): readonly string[] {
  const astray = findings.filter(({ got, exchange }) => {
    const status = /^(?:the refusal )?(\d{3})\b/.exec(got)?.[1];
    const shown = evidence.find(({ number }) => number === exchange);
    return status !== undefined && Number(status) !== shown?.answer?.status;
  });
  return astray.map(({ clause, label, got }) => `${clause}: ${label}: ${got}`);
}
