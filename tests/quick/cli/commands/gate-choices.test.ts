/** Options of gate and proxy: what is taken, and what is said of what cannot be. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readGateChoices } from '../../../../cli/commands/gate-choices.js';
import { scenarioIds } from '../../../../endpoints/org/scenarios.js';
import { commandLine } from '../../../../settings/options/values.js';
import { emptyDirectory, runCommandLine } from '../stand-ins.js';

test('with a command all scenarios are played, without one only the control', () => {
  assert.deepEqual(readGateChoices({}, true).scenarios, scenarioIds);
  assert.deepEqual(readGateChoices({}, false).scenarios, ['all-well']);
  assert.deepEqual(readGateChoices({ scenario: ['slow', 'all-well', 'slow'] }, true).scenarios, ['all-well', 'slow']);
  assert.equal(readGateChoices({}, true).timeout, 300_000);
});

test('a hook is driven by its URL, a command by its words', () => {
  const url = readGateChoices({ driver: 'http://127.0.0.1:3000/' }, true);
  assert.deepEqual(url.driver, { kind: 'url', url: new URL('http://127.0.0.1:3000/') });
  const command = readGateChoices({ driverCommand: "node 'a b.js' {subject}" }, false);
  assert.deepEqual(command.driver, { kind: 'command', args: ['node', 'a b.js', '{subject}'] });
  assert.deepEqual(command.scenarios, scenarioIds);
  const stdio = readGateChoices({ driverStdio: 'node driver.mjs' }, false);
  assert.deepEqual([stdio.driver, stdio.scenarios], [{ kind: 'stdio', args: ['node', 'driver.mjs'] }, scenarioIds]);
});

const wrong: readonly (readonly [argv: readonly string[], message: string])[] = [
  [['gate', '--scenario', 'slw', '--', 'x'], '--scenario: there is no "slw"'],
  [['gate', '--scenario', 'slow', '--scenario', 'all-well'], 'without a command only one --scenario can be served'],
  [['gate', '--timeout', '5', '--', 'x'], '--timeout must be a time such as'],
  [['gate', '--timeout', '0s', '--', 'x'], '--timeout must be longer than nothing'],
  [['gate', '--driver', 'localhost:3'], '--driver must be the http or https URL of a hook'],
  [['gate', '--driver', 'http://a/', '--driver-command', 'b'], '--driver and --driver-command cannot be used together'],
  [['gate', '--driver-command', 'b', '--', 'x'], '--driver-command and a command behind -- cannot'],
  [['gate', '--driver-stdio', 'b', '--', 'x'], '--driver-stdio and a command behind -- cannot'],
  [
    ['gate', '--driver-command', 'a', '--driver-stdio', 'b'],
    '--driver-command and --driver-stdio cannot be used together',
  ],
  [
    ['gate', '--driver-command', `a 'b`],
    '--driver-command must be a program and its arguments, with quotes that are closed',
  ],
  [['gate', '--edition', '60.0', '--', 'x'], '--edition must be 61.0 or 65.0'],
  [['gate', '--gate', 'new', '--', 'x'], '--gate new needs a baseline'],
  [['gate', '--'], "the connector's command is missing behind --"],
  [['gate', '--scenario', 'slow', '--', ''], "the connector's command is missing behind --"],
  [['gate', 'node', 'x.js', '--port', '3'], "words of the connector's command stand in front of -- or of an option"],
  [['gate', 'npm', 'test', '--', '--grep'], "words of the connector's command stand in front of -- or of an option"],
  [['gate', 'node', 'x.js', '--foo'], "unknown option '--foo'\n       put -- in front of the connector's command"],
  [['proxy'], 'proxy needs --base-url'],
  [['proxy', '--base-url', 'ftp://x'], '--base-url must be an http or https URL'],
];

for (const [argv, message] of wrong) {
  test(`"${argv.join(' ')}" ends with 2, told once`, async (t) => {
    const { code, stderr } = await runCommandLine(t, argv);
    assert.equal(code, 2);
    assert.equal(stderr.slice(0, `error: ${message}`.length), `error: ${message}`);
    assert.equal(stderr.split('error: ').length, 2, stderr);
  });
}

test('words of a command line are divided by blanks, quotes keep them', () => {
  const wordsOf = (text: string) => {
    const read = commandLine('node x')(text, () => '--driver-command', {});
    return read.ok ? read.value : undefined;
  };
  assert.deepEqual(wordsOf(` node  'a b'.js "{subject}" x'y'"z" '' `), ['node', 'a b.js', '{subject}', 'xyz', '']);
  assert.equal(wordsOf(`node "a`), undefined);
  assert.deepEqual(wordsOf(`a;b $(c)`), ['a;b', '$(c)']);
});

test('a command that there is not is wrong usage, and leaves no report', async (t) => {
  const cwd = await emptyDirectory(t);
  const { code, stderr } = await runCommandLine(t, ['gate', '--', '/no/such/program'], { cwd });
  assert.equal(code, 2, stderr);
  assert.match(stderr, /could not be started: there is no such program/);
  assert.match(stderr, /give the program and its arguments behind --/);
  assert.deepEqual(await readdir(join(cwd, 'conformance-report')), []);
});

test('a command in quotes is told to be given word by word', async (t) => {
  const { code, stderr } = await runCommandLine(t, ['gate', '--', 'npm test']);
  assert.equal(code, 2, stderr);
  assert.match(stderr, /each as a word of its own, without quotes around all of them: gate -- npm test\n/);
});

test('a command is taken without -- where none of its words could be an option of the gate', async (t) => {
  const told = await runCommandLine(t, ['gate', '--scenario', 'all-well', '/no/such/program', 'x']);
  assert.match(told.stderr, /could not be started/);
});
