/**
 * Proves that command and Playwright agree, on the way through the same gate: verdicts, plan, waivers, and the exit code
 * of a waived failure. Of two clauses only, as Playwright takes its time to start; tests/matrices/playwright/ compares
 * whole runs, and shows when Playwright does not end with 0.
 */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRecord, startMock } from '../../support/playwright-runs.js';
import { runProcess } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { runPlaywright } from './playwright-process.js';
import { verdictsOf } from './run-against.js';

const length = 'headers/org-id/length';
/** Two tests, of which the first fails: the second has a worker of its own. */
const only = [length, 'headers/request-id/required'];
const waivers = `- { clause: ${length}, reason: known, owner: Ann Example, ticket: OPS-17, expires: 2099-12-31 }\n`;

test('a waived failure lets command and Playwright end with 0, and they agree on all they say', async (t) => {
  const env = await startMock(t, ['org-id/accepts-18'], { BYOC_WAIVERS: 'waivers.yaml', BYOC_ONLY: only.join(',') });
  const records = [];
  for (const run of [
    (cwd: string) => runProcess(t, ['run'], { cwd, env }),
    (cwd: string) => runPlaywright(t, ['test'], { cwd, env }),
  ]) {
    const cwd = await emptyDirectory(t);
    await writeFile(join(cwd, 'waivers.yaml'), waivers);
    const { code, stdout, stderr } = await run(cwd);
    assert.equal(code, 0, stdout + stderr);
    const record = await readRecord(cwd);
    assert.deepEqual([record.exitCode, record.level, record.only], [0, 'standard', only]);
    assert.equal(verdictsOf(record)[length], 'waived');
    records.push(record);
  }
  const [command, tests] = records;
  assert.ok(command !== undefined && tests !== undefined);
  assert.deepEqual(verdictsOf(tests), verdictsOf(command));
  assert.deepEqual([tests.plan, tests.waivers], [command.plan, command.waivers]);
});
