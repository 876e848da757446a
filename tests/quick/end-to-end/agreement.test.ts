/**
 * Proves that the two ways to run the suite agree: the command, and Playwright with the compiled and with the source
 * configuration, in one piece and in merged shards.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { FaultId } from '../../../endpoints/mock/faults.js';
import type { Credentials } from '../../../generators/credentials.js';
import { validateRecord } from '../../../reports/validate-record.js';
import type { ServiceRecord } from '../../../schemas/record/run-record.js';
import { runProcess, startCommand } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { runPlaywright } from './playwright-process.js';
import { verdictsOf } from './run-against.js';
import { settingsFor } from './settings-for.js';

const seed = '20';

interface MockProcess {
  /** The settings of the mock and of the run, for both ways to run. */
  readonly env: Record<string, string>;
}

/** The command `mock` in a process of its own. */
async function startMock(t: TestContext, faults: readonly FaultId[]): Promise<MockProcess> {
  const cwd = await emptyDirectory(t);
  const flags = faults.flatMap((id) => ['--fault', id]);
  const mock = startCommand(t, ['mock', '--credentials', 'settings.json', ...flags], { cwd });
  await mock.said(/http:\/\/127\.0\.0\.1:\d+\/api/);
  // Written by the command a moment ago, in the shape that its help promises.
  const settings = JSON.parse(await readFile(join(cwd, 'settings.json'), 'utf8')) as Credentials & { baseUrl: string };
  return { env: { ...settingsFor(settings.baseUrl, settings), BYOC_SEED: seed } };
}

async function readRecord(cwd: string): Promise<ServiceRecord> {
  const checked = validateRecord(JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8')));
  if (!checked.ok) assert.fail(checked.errors.join('\n'));
  assert.ok(checked.record.judges === 'service');
  return checked.record;
}

async function runCommand(t: TestContext, { env }: MockProcess) {
  const cwd = await emptyDirectory(t);
  const { code, stderr } = await runProcess(t, ['run', '--seed', seed], { cwd, env });
  assert.doesNotMatch(stderr, /^\s+at /m);
  return { code, record: await readRecord(cwd) };
}

async function runTests(t: TestContext, { env }: MockProcess, config: 'compiled' | 'source') {
  const cwd = await emptyDirectory(t);
  const { code, stdout, stderr } = await runPlaywright(t, ['test'], { cwd, env, config });
  assert.doesNotMatch(stdout + stderr, /^\s+at .*\(.*:\d+:\d+\)/m);
  return { code, record: await readRecord(cwd) };
}

const rows: readonly (readonly [what: string, faults: readonly FaultId[], exitCode: 0 | 1])[] = [
  ['a service without fault', [], 0],
  ['a service that takes the 18-character org id', ['org-id/accepts-18'], 1],
  ['a service that merges subjects', ['merged-subjects/case'], 1],
  ['a service that tells conversations by the order of parts', ['same-pair/by-part-order'], 1],
];

for (const [what, faults, exitCode] of rows) {
  test(`command and Playwright agree on ${what}`, async (t) => {
    const mock = await startMock(t, faults);
    const command = await runCommand(t, mock);
    const tests = await runTests(t, mock, 'compiled');
    assert.deepEqual([command.code, tests.code], [exitCode, exitCode]);
    assert.deepEqual([command.record.exitCode, tests.record.exitCode], [exitCode, exitCode]);
    assert.deepEqual(verdictsOf(tests.record), verdictsOf(command.record));
    assert.equal(tests.record.level, 'standard');
    assert.deepEqual(tests.record.plan, command.record.plan);
  });
}

test('the source configuration agrees with the compiled one', async (t) => {
  const mock = await startMock(t, ['subject/refuses-emoji']);
  const [compiled, source] = [await runTests(t, mock, 'compiled'), await runTests(t, mock, 'source')];
  assert.deepEqual([compiled.code, source.code], [1, 1]);
  assert.deepEqual(verdictsOf(source.record), verdictsOf(compiled.record));
});

test('two merged shards come to the verdicts of one run', async (t) => {
  const mock = await startMock(t, ['org-id/accepts-18', 'subject/refuses-emoji']);
  const whole = await runTests(t, mock, 'compiled');
  const cwd = await emptyDirectory(t);
  for (const shard of [1, 2]) {
    const env = { ...mock.env, PLAYWRIGHT_BLOB_OUTPUT_FILE: join(cwd, 'blobs', `report-${shard}.zip`) };
    const { code, stdout } = await runPlaywright(t, ['test', '--reporter=blob', `--shard=${shard}/2`], { cwd, env });
    assert.ok(code === 0 || code === 1, stdout);
  }
  // Its exit code says nothing of the tests: the run record does.
  const merged = await runPlaywright(t, ['merge-reports', 'blobs'], { cwd });
  const record = await readRecord(cwd);
  assert.deepEqual(verdictsOf(record), verdictsOf(whole.record), merged.stderr);
  assert.deepEqual([record.verdict, record.exitCode], [whole.record.verdict, whole.record.exitCode]);
});
