/** Driven connectors: what arrives is what was asked for, and a failure shrinks to the smallest subject that breaks it. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { runProcess } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { freePort, hookRows, testHook } from './hook-rows.js';
import { runGateFor } from './run-gate-for.js';
import { smallConnector } from './small-connector.js';

const node = process.execPath;
for (const row of hookRows.slice(0, 2)) testHook(row);

test('by a command for each subject, which arrives as one argument', async (t) => {
  const file = await smallConnector(t);
  const record = await runGateFor({
    scenarios: ['token-expires'],
    driver: { kind: 'command', args: [node, file, '{subject}'] },
  });
  assert.deepEqual([record.verdict, record.exitCode], ['conformant', 0], record.reason);
  assert.equal(record.requests > 4, true);
});

test('the command line drives by a command: exit code by the verdict, with a report', async (t) => {
  const cwd = await emptyDirectory(t);
  const driver = `"${node}" "${await smallConnector(t)}" {subject}`;
  const argv = ['gate', '--scenario', 'token-expires', '--driver-command', driver];
  const { code, stdout, stderr } = await runProcess(t, argv, { cwd });
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /✓ YES/);
  assert.ok((await readdir(join(cwd, 'conformance-report'))).includes('run.json'));
});

test('a hook that nobody serves is inconclusive', async () => {
  const port = await freePort();
  const record = await runGateFor({
    scenarios: ['all-well'],
    timeoutMs: 300,
    driver: { kind: 'url', url: new URL(`http://127.0.0.1:${port}/`) },
  });
  assert.deepEqual([record.verdict, record.exitCode], ['inconclusive', 3]);
  assert.match(record.reason, /^No request came\. Nothing accepts connections at 127\.0\.0\.1/);
});
