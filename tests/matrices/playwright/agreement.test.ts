/** Proves that whole runs agree, clause by clause: by the command, and by Playwright with both configurations. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FaultId } from '../../../endpoints/mock/faults.js';
import { verdictsOf } from '../../quick/end-to-end/run-against.js';
import { byCommand, byPlaywright, startMock } from '../../support/playwright-runs.js';

const rows: readonly (readonly [what: string, faults: readonly FaultId[], exitCode: 0 | 1])[] = [
  ['a service without fault', [], 0],
  ['a service that takes the 18-character org id', ['org-id/accepts-18'], 1],
  ['a service that merges subjects', ['merged-subjects/case'], 1],
  ['a service that tells conversations by the order of parts', ['same-pair/by-part-order'], 1],
];

for (const [what, faults, exitCode] of rows) {
  test(`command and Playwright agree on ${what}`, async (t) => {
    const env = await startMock(t, faults);
    const [command, tests] = [await byCommand(t, env), await byPlaywright(t, env)];
    assert.deepEqual([command.code, tests.code], [exitCode, exitCode]);
    assert.deepEqual([command.record.exitCode, tests.record.exitCode], [exitCode, exitCode]);
    assert.deepEqual(verdictsOf(tests.record), verdictsOf(command.record));
    assert.equal(tests.record.level, 'standard');
    assert.deepEqual(tests.record.plan, command.record.plan);
  });
}

test('the source configuration agrees with the command on a service with a fault', async (t) => {
  const env = await startMock(t, ['org-id/accepts-18']);
  const [command, source] = [await byCommand(t, env), await byPlaywright(t, env, 'source')];
  assert.deepEqual([command.code, source.code], [1, 1]);
  assert.deepEqual(verdictsOf(source.record), verdictsOf(command.record));
});
