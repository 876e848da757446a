/** How a command ended is told in words, also when it never began, or when it was run for each subject. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandWords } from '../../../reports/connector-words.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { connectorRecord } from './one-of-everything.js';

type Command = NonNullable<ConnectorRecord['command']>;
type Run = Command['runs'][number];

const nothing = { text: '', cut: false };
const run: Run = {
  scenario: 'all-well',
  ending: 'ended',
  durationMs: 1,
  stdout: nothing,
  stderr: nothing,
  leftBehind: 0,
};
const command: Command = { args: ['node', 'a.js'], output: '', runs: [run] };

const rows: readonly (readonly [change: Partial<Command>, told: string])[] = [
  [{ exitCode: 2 }, 'Command: node a.js (1 run, exit code 2)'],
  [{ signal: 'SIGKILL', runs: [run, run] }, 'Command: node a.js (2 runs, died of SIGKILL)'],
  [{ runs: [{ ...run, ending: 'not started' }] }, 'Command: node a.js (1 run, did not start)'],
  [{ runs: [{ ...run, ending: 'timed out' }] }, 'Command: node a.js (1 run, did not end)'],
  [{ runs: [{ ...run, ending: 'served' }] }, 'Command: node a.js (1 run, served)'],
  [{ runs: [] }, 'Command: node a.js'],
];

for (const [change, told] of rows) {
  test(told, () => {
    assert.equal(commandWords({ ...connectorRecord(), command: { ...command, ...change } }), told);
  });
}
