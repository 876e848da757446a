/**
 * Proves that the whole command, as a process of its own, does its main job on real input and ends with the right code.
 * The embedded mock, settings, `--fault`, `--only`, `--max-requests`, Ctrl-C, and the mock command.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createMock } from '../../../endpoints/mock/mock.js';
import type { Credentials } from '../../../generators/credentials.js';
import { validateRecord } from '../../../reports/validate-record.js';
import { clausesOf } from '../../../schemas/clauses/clauses.js';
import type { ServiceRecord } from '../../../schemas/record/run-record.js';
import { runProcess, startCommand } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { type RecordingProxy, recordingProxy } from './recording-proxy.js';
import { clausesWith, sharedKeys } from './run-against.js';
import { settingsFor } from './settings-for.js';

const reportFiles = ['ctrf.json', 'index.html', 'junit.xml', 'run.json', 'summary.md'];

async function readReport(cwd: string, folder = 'conformance-report'): Promise<ServiceRecord> {
  const written = (await readdir(join(cwd, folder))).sort();
  // What failed is kept beside the reports, to be sent again.
  assert.deepEqual(
    written.filter((file) => file !== 'failures'),
    reportFiles,
  );
  const checked = validateRecord(JSON.parse(await readFile(join(cwd, folder, 'run.json'), 'utf8')));
  if (!checked.ok) assert.fail(checked.errors.join('\n'));
  assert.ok(checked.record.judges === 'service');
  return checked.record;
}

async function run(t: TestContext, flags: readonly string[], env: Record<string, string> = {}) {
  const cwd = await emptyDirectory(t);
  const { code, stdout, stderr } = await runProcess(t, ['run', ...flags], { cwd, env });
  assert.doesNotMatch(stdout + stderr, /^\s+at /m);
  return { code, stdout, stderr, cwd };
}

/** A mock in this process behind a proxy that counts, and the settings that it accepts. */
async function countedMock(t: TestContext): Promise<{ proxy: RecordingProxy; env: Record<string, string> }> {
  const mock = await createMock({ keys: await sharedKeys() });
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  const proxy = await recordingProxy(t, baseUrl);
  return { proxy, env: settingsFor(proxy.baseUrl, mock.credentials) };
}

test('without settings the embedded mock is judged: exit 0, five report files, every clause exercised', async (t) => {
  const { code, stdout, cwd } = await run(t, ['--seed', '1']);
  assert.equal(code, 0, stdout);
  const record = await readReport(cwd);
  assert.deepEqual([record.verdict, record.exitCode, record.seed], ['conformant', 0, 1]);
  const owed = clausesOf('61.0')
    .filter(({ owes }) => owes !== 'connector')
    .map(({ id }) => id);
  const exercised = clausesWith(record, 'conformant', 'observed');
  assert.deepEqual(
    owed.filter((id) => !exercised.includes(id)),
    [],
  );
  for (const file of reportFiles) assert.ok(stdout.includes(`conformance-report/${file}`), file);
});

test('half of the settings end with 2, and nothing is written', async (t) => {
  const { env } = await countedMock(t);
  const { SF_ORG_ID: _, CHANNEL_ADDRESS_IDENTIFIER: __, ...half } = env;
  const { code, stdout, stderr, cwd } = await run(t, [], half);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /SF_ORG_ID[\s\S]*CHANNEL_ADDRESS_IDENTIFIER/);
  assert.doesNotMatch(stderr, /SF_AUTHORIZATION_CONTEXT/);
  assert.deepEqual(await readdir(cwd), []);
});

test('--fault ends with 1, and names the clause', async (t) => {
  const { code, stdout, cwd } = await run(t, [
    '--fault',
    'org-id/accepts-18',
    '--only',
    'headers',
    '--out',
    'reports/here',
  ]);
  assert.equal(code, 1);
  assert.match(stdout, /headers\/org-id\/length/);
  const record = await readReport(cwd, 'reports/here');
  assert.deepEqual(clausesWith(record, 'nonconformant'), ['headers/org-id/length']);
  assert.deepEqual(record.target.faults, ['org-id/accepts-18']);
});

test('--only judges the clauses below it and no other', async (t) => {
  const { proxy, env } = await countedMock(t);
  const { code, cwd } = await run(t, ['--only', 'headers/org-id'], env);
  assert.equal(code, 0);
  const record = await readReport(cwd);
  assert.deepEqual(record.only, ['headers/org-id']);
  const probed = new Set(record.specs.map(({ clause }) => clause));
  const wanted = clausesOf('61.0')
    .filter(({ id }) => id.startsWith('headers/org-id/'))
    .map(({ id }) => id);
  assert.deepEqual([...probed].sort(), [...wanted].sort());
  assert.equal(proxy.messages.length, record.requests);
  assert.ok(record.requests < 200, `${record.requests} requests`);
});

test('--max-requests that do not reach every clause end with 3, and not one request more is sent', async (t) => {
  const { proxy, env } = await countedMock(t);
  const { code, stdout, cwd } = await run(t, ['--level', 'smoke', '--max-requests', '40'], env);
  assert.equal(code, 3);
  assert.match(stdout, /^\? UNDECIDED: \d+ clauses of 64 not exercised within the budget of 40 requests: /);
  assert.ok(proxy.messages.length <= 40, `${proxy.messages.length} requests`);
  const record = await readReport(cwd);
  assert.deepEqual([record.verdict, record.cause], ['inconclusive', 'budget spent']);
  assert.equal(record.requests, proxy.messages.length);
});

test('Ctrl-C in the middle leaves a report that is marked as cut short, and ends with 3', async (t) => {
  const { proxy, env } = await countedMock(t);
  const cwd = await emptyDirectory(t);
  const command = startCommand(t, ['run', '--rate', '100'], { cwd, env });
  await proxy.came(50);
  command.child.kill('SIGINT');
  assert.equal(await command.exited, 3);
  const record = await readReport(cwd);
  assert.deepEqual([record.verdict, record.cause, record.cutShort], ['inconclusive', 'cut short', true]);
  assert.ok(record.requests >= 50 && record.requests < record.plan.requests);
  assert.match(command.stderr(), /Stopping\. The report is still written/);
  assert.match(await readFile(join(cwd, 'conformance-report/index.html'), 'utf8'), /cut short/);
});

test('the mock command serves what its settings open: exit 0 for the run, and for the mock at its end', async (t) => {
  const cwd = await emptyDirectory(t);
  const mock = startCommand(t, ['mock', '--credentials', 'settings.json'], { cwd });
  await mock.said(/http:\/\/127\.0\.0\.1:\d+\/api/);
  // Written by the command a moment ago, in the shape that its help promises.
  const settings = JSON.parse(await readFile(join(cwd, 'settings.json'), 'utf8')) as Credentials & { baseUrl: string };
  const { SF_SCRT_INSTANCE_URL: _, ...env } = settingsFor(settings.baseUrl, settings);
  const {
    code,
    stdout,
    stderr,
    cwd: reports,
  } = await run(t, ['--level', 'smoke', '--base-url', settings.baseUrl], env);
  assert.equal(code, 0, stdout + stderr);
  assert.match(stderr, /The plan/);
  const record = await readReport(reports);
  assert.deepEqual([record.target.kind, record.target.baseUrl], ['service', settings.baseUrl]);
  mock.child.kill('SIGINT');
  assert.equal(await mock.exited, 0);
  assert.ok(!(stdout + stderr + mock.stdout() + mock.stderr()).includes(settings.accessToken));
});
