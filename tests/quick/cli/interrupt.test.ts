/** Holds Ctrl-C during a run as a process gets it: real signals, the engine played by fake-run.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startCommand } from './processes.js';
import { emptyDirectory } from './stand-ins.js';

const script = fileURLToPath(new URL('./fake-run.js', import.meta.url));

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  test(`${name} ends the run in order, with a report that is cut short`, async (t) => {
    const run = startCommand(t, ['run'], { cwd: await emptyDirectory(t), script });
    await run.said(/sending/);
    run.child.kill(name);
    assert.equal(await run.exited, 3);
    assert.match(run.stderr(), /Stopping\. The report is still written/);
    assert.match(run.stdout(), /cut short: true\n\nWritten:/);
  });
}

test('a second Ctrl-C ends at once with 130', async (t) => {
  const run = startCommand(t, ['run'], { cwd: await emptyDirectory(t), script, env: { NEVER_ENDS: '1' } });
  await run.said(/sending/);
  run.child.kill('SIGINT');
  await run.said(/Stopping/);
  run.child.kill('SIGINT');
  assert.equal(await run.exited, 130);
  assert.equal(run.stdout(), '');
});
