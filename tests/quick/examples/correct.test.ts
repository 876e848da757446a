/** Every example connector is all green: conformant in every scenario, each clause that it can show exercised, no finding. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { scenarioIds } from '../../../endpoints/org/scenarios.js';
import { clauseOf, clausesOf } from '../../../schemas/clauses/clauses.js';
import { connectorsFolder } from '../../../tools/connector-faults/fault-list.js';
import { runGateProcess } from '../../../tools/connector-faults/gate-process.js';
import { type Language, languages } from '../../../tools/connector-faults/languages.js';
import { emptyDirectory } from '../cli/stand-ins.js';

/** What no connector without a fault and without a driver can show. */
const notShown = [
  'behaviour/driven/subject-unchanged',
  'behaviour/driven/channel-unchanged',
  'behaviour/retry/not-after-refusal',
];

// They mostly wait, as they are told to; more than three at once would disturb each other's times.
describe('correct connectors', { concurrency: 3 }, () => {
  for (const language of languages) {
    const { connector, name } = language;
    test(`${connector} (${name})`, { skip: language.missing() ?? false }, async (t) => {
      const { code, record, said } = await runGateProcess(commandOf(language, await emptyDirectory(t)));
      assert.deepEqual(record.findings, [], said);
      assert.equal(code, 0, said);
      assert.equal(record.verdict, 'conformant');
      assert.deepEqual(
        record.scenarios?.map(({ id, verdict }) => [id, verdict]),
        scenarioIds.map((id) => [id, 'conformant']),
      );
      const owed = clausesOf('61.0')
        .map(({ id }) => id)
        .filter((id) => clauseOf(id).owes !== 'service');
      const shown = record.clauses.filter(({ verdict }) => verdict === 'conformant').map(({ id }) => id);
      assert.deepEqual(owed.filter((id) => !shown.some((other) => other === id)).sort(), [...notShown].sort());
      assert.ok((record.exchanges?.length ?? 0) >= 10 * scenarioIds.length);
      assert.equal(record.command?.exitCode, 0);
    });
  }
});

/** Compiled once where the language can: the gate starts it for each scenario. */
function commandOf({ compiled, command }: Language, folder: string): readonly string[] {
  if (compiled === undefined) return command;
  const { compile, command: start } = compiled(folder);
  const [program = '', ...args] = compile;
  const { status, stderr } = spawnSync(program, args, { cwd: connectorsFolder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return start;
}
