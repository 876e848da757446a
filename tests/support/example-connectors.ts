/** What must hold of the example connectors: the right ones are all green, the faulty ones red with exactly their clauses. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { TestContext } from 'node:test';
import { scenarioIds } from '../../endpoints/org/scenarios.js';
import { clauseOf, clausesOf } from '../../schemas/clauses/clauses.js';
import { type ConnectorFault, connectorsFolder } from '../../tools/connector-faults/fault-list.js';
import {
  brokenClauses,
  type GateRun,
  runGateProcess,
  scenarioOptions,
} from '../../tools/connector-faults/gate-process.js';
import { type Language, languageOf } from '../../tools/connector-faults/languages.js';
import { lasting, rowOf, wordsOf } from '../../tools/connector-faults/page.js';
import { emptyDirectory } from '../quick/cli/stand-ins.js';

/** What no connector without a fault and without a driver can show. */
const notShown = [
  'behaviour/driven/subject-unchanged',
  'behaviour/driven/channel-unchanged',
  'behaviour/driven/identifier-kept',
  'behaviour/retry/not-after-refusal',
];

/** To give up is right there, and told by the exit code. */
const mayBeGivenUp: ReadonlySet<string> = new Set(['redirected', 'redirected-elsewhere']);

/** Conformant in every scenario, each clause that it can show exercised, no finding. */
export async function assertAllGreen(t: TestContext, language: Language): Promise<void> {
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
  const failed = record.command?.runs.filter(({ exitCode }) => exitCode !== 0).map(({ scenario }) => scenario) ?? [];
  assert.deepEqual(
    failed.filter((id) => !mayBeGivenUp.has(id)),
    [],
  );
}

/** Compiled once where the language can: the gate starts it for each scenario. */
function commandOf({ compiled, command }: Language, folder: string): readonly string[] {
  if (compiled === undefined) return command;
  const { compile, command: start } = compiled(folder);
  const [program = '', ...args] = compile;
  const { status, stderr } = spawnSync(program, args, { cwd: connectorsFolder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return start;
}

const page = new URL('../../../docs/connector-faults.md', import.meta.url);

/** What only a connector that comes again soon breaks: on a busy machine it may not be soon enough to be seen. */
const haste: ReadonlySet<string> = new Set(['behaviour/retry/waits-as-told', 'behaviour/retry/backs-off']);
const mostTries = 5;

/** Red with its clauses and no other, in the words that docs/connector-faults.md shows. */
export async function assertRed(fault: ConnectorFault): Promise<void> {
  const wanted = [...fault.clauses].sort();
  let { code, record, said } = await play(fault);
  for (let tries = 1; tries < mostTries && isSlow(wanted, brokenClauses(record)); tries += 1) {
    ({ code, record, said } = await play(fault));
  }
  assert.deepEqual(brokenClauses(record), wanted, said);
  assert.equal(code, 1, said);
  assert.equal(record.verdict, 'nonconformant');
  for (const id of fault.clauses) assert.ok(said.includes(id), `${id} is not named:\n${said}`);
  const text = lasting(await readFile(page, 'utf8'));
  for (const words of wordsOf(record)) {
    assert.notEqual(words.advice, '', `${words.clause} says nothing on what to do`);
    const row = lasting(`| ${rowOf(fault, languageOf(fault.connector).name, words).join(' | ')} |`);
    assert.ok(
      text.includes(row),
      `docs/connector-faults.md is stale (node dist/tools/connector-faults.js): no row\n${row}`,
    );
  }
}

const play = ({ fault, scenario }: ConnectorFault): Promise<GateRun> =>
  runGateProcess([process.execPath, 'faulty.mjs', fault], scenarioOptions(scenario));

/** Nothing is missing but haste. */
function isSlow(wanted: readonly string[], broken: readonly string[]): boolean {
  const missing = wanted.filter((id) => !broken.includes(id));
  return missing.length > 0 && missing.every((id) => haste.has(id));
}
