/** The gate as a whole: small connectors, correct and faulty, commands that misbehave, and nothing secret in any file. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { scenarioIds } from '../../../endpoints/org/scenarios.js';
import { validateRecord } from '../../../reports/validate-record.js';
import { writeReports } from '../../../reports/write-reports.js';
import { runProcess, startCommand } from '../cli/processes.js';
import { faultyRows, rareRows, testFaulty, testRare } from './gate-rows.js';
import { brokenClauses, runGateFor, scenarioVerdicts } from './run-gate-for.js';
import { smallConnector } from './small-connector.js';

const node = process.execPath;

test('a correct connector is green in every scenario', async (t) => {
  const record = await runGateFor({
    scenarios: scenarioIds,
    command: [node, await smallConnector(t), 'ann', 'bob', 'ann'],
  });
  assert.deepEqual(brokenClauses(record), []);
  assert.deepEqual([record.verdict, record.exitCode], ['conformant', 0], record.reason);
  assert.deepEqual(scenarioVerdicts(record), Object.fromEntries(scenarioIds.map((id) => [id, 'conformant'])));
  assert.ok(record.exchanges?.every(({ findings }) => findings.length === 0));
  assert.deepEqual(
    record.exchanges?.map(({ number }) => number),
    record.exchanges?.map((_, index) => index + 1),
  );
  assert.ok(record.command?.runs.every(({ exitCode }) => exitCode === 0));
  assert.match(record.command?.runs[0]?.stdout.text ?? '', /established/);
  const check = validateRecord(record);
  assert.ok(check.ok, check.ok ? '' : check.errors.join('\n'));
});

/** Each fifth; tests/matrices/connectors.test.ts has them all. */
for (const row of rareRows.filter((_, index) => index % 5 === 0)) testRare(row);
for (const row of faultyRows.filter((_, index) => index % 5 === 0)) testFaulty(row);

test('a RequestId that comes again in the next run of the command is found', async (t) => {
  const record = await runGateFor({
    scenarios: ['all-well', 'success-statuses'],
    command: [node, await smallConnector(t, ['constant RequestId']), 'ann'],
  });
  assert.deepEqual(brokenClauses(record), ['headers/request-id/unique']);
});

const endings: readonly (readonly [name: string, args: readonly string[], reason: RegExp])[] = [
  ['sends nothing and ends well', [node, '-e', '0'], /^The command sent no request\.$/],
  [
    'sends nothing and fails',
    [node, '-e', 'process.exit(7)'],
    /no request\. In the scenario all-well the command ended with exit code 7/,
  ],
  ['does not exist', ['/no/such/program'], /could not be started: there is no such program/],
  ['dies', [node, '-e', `process.kill(process.pid, 'SIGSEGV')`], /died of the signal SIGSEGV/],
  [
    'hangs',
    [node, '-e', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`],
    /did not end within 1 s and was ended/,
  ],
];

for (const [name, command, reason] of endings) {
  test(`a command that ${name} is inconclusive, with a report all the same`, async () => {
    // On a busy machine a second is nothing: only what never ends gets no more.
    const record = await runGateFor({
      scenarios: ['all-well'],
      command,
      ...(name === 'hangs' ? { timeoutMs: 1_000 } : {}),
    });
    assert.deepEqual([record.verdict, record.exitCode, record.requests], ['inconclusive', 3, 0]);
    assert.match(record.reason, reason);
    assert.equal(record.command?.runs.length, 1);
  });
}

test('a command that fails although what it sent is right is inconclusive', async (t) => {
  const file = await smallConnector(t);
  const command = ['/bin/sh', '-c', `"${node}" "${file}" ann && exit 4`];
  const record = await runGateFor({ scenarios: ['all-well'], command });
  assert.deepEqual([record.verdict, record.exitCode, record.command?.exitCode], ['inconclusive', 3, 4]);
  assert.match(
    record.reason,
    /What was sent is right, but in the scenario all-well the command ended with exit code 4/,
  );
});

test('calls of other operations alone are never green', async () => {
  const script = `
    const { SF_SCRT_INSTANCE_URL: url, SF_ACCESS_TOKEN, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT } = process.env;
    const headers = { Authorization: 'Bearer ' + SF_ACCESS_TOKEN, OrgId: SF_ORG_ID, AuthorizationContext: SF_AUTHORIZATION_CONTEXT, RequestId: crypto.randomUUID() };
    const form = new FormData();
    form.set('json', new Blob(['{}'], { type: 'application/json' }));
    fetch(url + '/api/v1/interactions', { method: 'POST', headers, body: form }).then((answer) => process.exit(answer.ok ? 0 : 1));`;
  const record = await runGateFor({ scenarios: ['all-well'], command: [node, '-e', script] });
  assert.deepEqual([record.verdict, record.command?.exitCode, brokenClauses(record).length], ['inconclusive', 0, 0]);
  assert.match(record.reason, /No request to establish a conversation came, only 1 call of operations around it/);
  assert.ok(record.warnings.some((warning) => warning.includes('/api/v1/interactions')));
});

const establishing = `
  const env = process.env;
  const establish = (channel, subject, token = env.SF_ACCESS_TOKEN, method = 'POST') => {
    const form = new FormData();
    form.set('channelAddressIdentifier', channel);
    form.set('participants', JSON.stringify([{ subject, role: 'EndUser', appType: 'custom' }]));
    const headers = { Authorization: 'Bearer ' + token, OrgId: env.SF_ORG_ID, AuthorizationContext: env.SF_AUTHORIZATION_CONTEXT, RequestId: crypto.randomUUID() };
    return fetch(env.SF_SCRT_INSTANCE_URL + '/api/v1/conversation', { method, headers, ...(method === 'POST' ? { body: form } : {}) });
  };`;

for (const [name, act, reason] of [
  ['that only asks', `establish('', '', '', 'OPTIONS')`, /^No request to establish a conversation came/],
  [
    'that is always refused',
    `establish('no channel of the org', 'ann')`,
    /^No conversation was established: 1 request/,
  ],
] as const) {
  test(`a connector ${name} is never green`, async () => {
    const record = await runGateFor({ scenarios: ['all-well'], command: [node, '-e', `${establishing} ${act};`] });
    assert.deepEqual([record.verdict, record.exitCode, brokenClauses(record).length], ['inconclusive', 3, 0]);
    assert.match(record.reason, reason);
  });
}

test('a text of our own that comes as a token leaves the record whole', async () => {
  const own = ['nonconformant', 'conformant-inconclusive', 'body/participants/subject/required', 'x'.repeat(30)];
  const act = `establish(env.CHANNEL_ADDRESS_IDENTIFIER, 'ann', ${JSON.stringify(own.join('~'))})`;
  const sentence = `establish(env.CHANNEL_ADDRESS_IDENTIFIER, 'ann', 'Requests came, and the end was good, all in all')`;
  const script = `${establishing} ${act}.then(() => ${sentence});`;
  const record = await runGateFor({ scenarios: ['all-well'], command: [node, '-e', script] });
  assert.deepEqual([record.verdict, record.exitCode], ['nonconformant', 1]);
  assert.deepEqual(brokenClauses(record), ['headers/authorization/token']);
  assert.deepEqual(
    record.scenarios?.map(({ verdict, reason }) => [verdict, reason]),
    [['nonconformant', 'Broken here: headers/authorization/token. Requests came, and the end was good.']],
  );
  assert.ok(record.clauses.some(({ id }) => id === 'body/participants/subject/required'));
  const check = validateRecord(record);
  assert.ok(check.ok, check.ok ? '' : check.errors.join('\n'));
});

test('what the command prints is passed on and kept, and no secret gets into any file', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'byoc-gate-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const file = await smallConnector(t, ['prints secrets']);
  const secrets: string[] = [];
  const record = await runGateFor({
    scenarios: ['token-expires'],
    command: [node, file, 'ann'],
    onEvent: (event) => {
      if (event.type === 'listening')
        secrets.push(event.settings.SF_ACCESS_TOKEN ?? '', ...(event.settings.SF_PRIVATE_KEY ?? '').split('\n'));
    },
  });
  await writeReports(record, directory);
  assert.match(record.command?.output ?? '', /^token ‹secret›/);
  const hidden = secrets.filter((line) => line.length > 24 && !line.startsWith('-----'));
  assert.ok(hidden.length > 10);
  for (const name of await readdir(directory)) {
    const text = await readFile(join(directory, name), 'utf8');
    for (const secret of hidden) assert.ok(!text.includes(secret), `${name} holds a secret`);
  }
});

test('the command line: exit code by the verdict, output passed through, nothing secret on the screen', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'byoc-gate-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const file = await smallConnector(t, ['prints secrets', 'constant RequestId']);
  const argv = ['gate', '--scenario', 'all-well', '--', node, file, 'ann', 'bob'];
  const { code, stdout, stderr } = await runProcess(t, argv, { cwd: directory });
  assert.equal(code, 1, stderr);
  assert.match(stdout, /token ‹secret› key -----BEGIN PRIVATE KEY-----\n‹secret›/);
  assert.match(stdout, /established/);
  assert.match(stdout, /1 clause broken: headers\/request-id\/unique/);
  assert.deepEqual((await readdir(join(directory, 'conformance-report'))).sort(), [
    'ctrf.json',
    'index.html',
    'junit.xml',
    'run.json',
    'summary.md',
  ]);
});

test('a second Ctrl-C leaves nothing running', { skip: process.platform !== 'linux' }, async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'byoc-gate-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const script = `process.on('SIGTERM', () => {}); console.log('pid', process.pid); setInterval(() => {}, 1000)`;
  const started = startCommand(t, ['gate', '--scenario', 'all-well', '--', node, '-e', script], { cwd: directory });
  const [, id] = await started.said(/pid (\d+)/);
  started.child.kill('SIGINT');
  await started.said(/Stopping/);
  started.child.kill('SIGINT');
  assert.equal(await started.exited, 130);
  const stat = await readFile(`/proc/${id}/stat`, 'latin1').catch(() => 'gone) X ');
  assert.match(stat, /\) [ZX] /);
});
