/** Driven connectors: what arrives is what was asked for, and a failure shrinks to the smallest subject that breaks it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
