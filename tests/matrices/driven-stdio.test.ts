/** Every connector of the rows that is asked by lines of JSON, and the examples that can be. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scenarioIds } from '../../endpoints/org/scenarios.js';
import { connectorsFolder } from '../../tools/connector-faults/fault-list.js';
import { languageOf } from '../../tools/connector-faults/languages.js';
import { assertDriven, drivenRows, titleOf } from '../quick/end-to-end/driven-rows.js';
import { runGateFor, scenarioVerdicts } from '../quick/end-to-end/run-gate-for.js';

describe('by a process for all subjects', { concurrency: 2 }, () => {
  for (const row of drivenRows) test(titleOf(row), (t) => assertDriven(t, row));
});

describe('examples that can be asked', { concurrency: 2 }, () => {
  for (const connector of ['node-fetch.mjs', 'python_requests.py']) {
    const { command, missing } = languageOf(connector);
    test(connector, { skip: missing() ?? false }, async () => {
      const record = await runGateFor({
        scenarios: scenarioIds,
        driver: { kind: 'stdio', args: [...command, '--driver'] },
        cwd: connectorsFolder,
        timeoutMs: 300_000,
      });
      assert.deepEqual([record.verdict, record.exitCode], ['conformant', 0], record.reason);
      assert.deepEqual(new Set(Object.values(scenarioVerdicts(record))), new Set(['conformant']));
      assert.deepEqual([record.driven?.asked, record.driven?.arrived], [1_001, 1_001]);
    });
  }
});
