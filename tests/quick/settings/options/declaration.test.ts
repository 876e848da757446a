/** One declaration makes an option: its flag, variable, key, help and generated text follow. What people read has every one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Command } from 'commander';
import { Printer } from '../../../../cli/output/printer.js';
import { addCommand, createProgram } from '../../../../cli/program.js';
import { readPlaywrightOptions } from '../../../../playwright/options.js';
import { settingDefinitions } from '../../../../settings/definitions.js';
import {
  asFlag,
  asVariable,
  type CommandName,
  configuredOptions,
  type OptionDeclarations,
  optionsOf,
} from '../../../../settings/options/declaration.js';
import { options } from '../../../../settings/options/options.js';
import { type GivenOptions, readDeclared, withConfigured } from '../../../../settings/options/read-options.js';
import { integer } from '../../../../settings/options/values.js';
import { openSources } from '../../../../settings/sources.js';
import { takenOptions } from '../../../../settings/taken.js';
import { envExample, runOptionsTable } from '../../../../tools/options-pages.js';
import { capture, redactByValue } from '../../cli/stand-ins.js';

const declarations: OptionDeclarations = {
  ...options,
  mostYaks: {
    commands: ['run'],
    help: 'shave no more yaks than this',
    argument: 'number',
    read: integer(1, 9),
    default: '3',
    configured: { example: '4' },
  },
};
const yaml = '/work/byoc-conformance.config.yaml';
const sourcesOf = (env: Record<string, string>, config = '') =>
  openSources(env, '/work', (path) => (path === yaml ? config : undefined), undefined, declarations);
const yaksOf = (given: GivenOptions) => readDeclared('run', given, { spelling: asFlag }, declarations).values.mostYaks;

/** What the command is handed for a command line, and its help. */
async function commandLine(argv: readonly string[]): Promise<{ readonly given: GivenOptions; readonly help: string }> {
  const streams = { stdout: capture(false), stderr: capture(false) };
  const printer = new Printer(streams, redactByValue([]));
  const program = new Command().exitOverride();
  let taken: GivenOptions = {};
  const run = (given: GivenOptions) => {
    taken = given;
    return 0;
  };
  const definition = { name: 'run', summary: 's', description: 'd', run } as const;
  // Only these of its surroundings are looked at before a command is run.
  addCommand(program, definition, declarations, { surroundings: streams, printer } as never, () => {});
  await program.parseAsync(['run', ...argv], { from: 'user' });
  return { given: taken, help: program.commands[0]?.helpInformation() ?? '' };
}

test('a declaration alone makes a flag, with help and default', async () => {
  const { given, help } = await commandLine(['--most-yaks', '7']);
  assert.equal(yaksOf(given), 7);
  assert.match(help, /--most-yaks <number> +shave no more yaks than\s+this \(default: 3\)/);
  assert.equal(yaksOf((await commandLine([])).given), 3);
});

test('a declaration alone makes a variable and a key of the configuration file, by precedence and with its source', () => {
  const both = sourcesOf({ BYOC_MOST_YAKS: '5' }, 'mostYaks: 6');
  const fromVariable = withConfigured({}, both, declarations);
  assert.equal(yaksOf(fromVariable.given), 5);
  const fromFile = withConfigured({}, sourcesOf({}, 'mostYaks: 6'), declarations);
  assert.equal(yaksOf(fromFile.given), 6);
  assert.equal(yaksOf(withConfigured({ mostYaks: '7' }, both, declarations).given), 7);
  const row = takenOptions(fromFile.given, fromFile.origins, {}, declarations);
  assert.deepEqual(row, [{ setting: '--most-yaks', value: '6', source: yaml, isGiven: true }]);
  assert.deepEqual(
    sourcesOf({}, 'mostYakz: 6').config.problems.map(({ advice }) => advice),
    ['did you mean mostYaks?'],
  );
});

test('a problem with its value names the option as a field and as the starter calls it', () => {
  for (const [spelling, name] of [
    [asFlag, '--most-yaks'],
    [asVariable, 'BYOC_MOST_YAKS'],
  ] as const) {
    assert.deepEqual(readDeclared('run', { mostYaks: '10' }, { spelling }, declarations).problems, [
      { option: 'mostYaks', message: `${name} must be a whole number from 1 to 9, not "10"` },
    ]);
  }
});

test('a declaration alone makes a row of README.md and an entry of .env.example', () => {
  const row = '| `--most-yaks <number>` | shave no more yaks than this | 3 |';
  assert.ok(runOptionsTable(declarations).split('\n').includes(row));
  const entry = '\n# shave no more yaks than this (default: 3)\n#BYOC_MOST_YAKS=4\n';
  assert.ok(envExample(settingDefinitions, declarations).includes(entry));
});

const root = new URL('../../../../../', import.meta.url);
const fileOf = (name: string): string => readFileSync(new URL(name, root), 'utf8');

test('no command has two options of one name', () => {
  const surroundings = { stdout: capture(false), stderr: capture(false) };
  // Only the streams are looked at before a command is run.
  const program = createProgram({ surroundings } as never, '0', () => {});
  for (const command of program.commands) {
    // The names of the commands are those of the declarations.
    const names = optionsOf(command.name() as CommandName, options).map(([name]) => name);
    assert.equal(new Set(names).size, names.length, command.name());
    assert.deepEqual(
      command.options.map((option) => option.attributeName()),
      names,
    );
  }
});

test('every value that stands as an example, and every default, can be read', () => {
  const text = fileOf('.env.example').replace(/^#(BYOC_)/gm, '$1');
  const sources = openSources({}, '/work', (path) => (path === '/work/.env' ? text : undefined));
  const { given, origins } = withConfigured({}, sources);
  assert.equal(origins.size, configuredOptions(options).length);
  const faults = [{ id: 'org-id/accepts-18' }];
  assert.deepEqual(readDeclared('run', given, { spelling: asFlag, faults }, options).problems, []);
  for (const command of ['run', 'mock', 'gate', 'proxy', 'clauses', 'probe', 'report', 'replay'] as const) {
    assert.deepEqual(readDeclared(command, {}, { spelling: asFlag }, options).problems, [], command);
  }
});

test('Playwright takes the examples as they stand, but for the ceiling', () => {
  const text = fileOf('.env.example').replace(/^#(BYOC_(?!MAX_REQUESTS))/gm, '$1');
  const readFile = (path: string) => (path === '/work/.env' ? text : undefined);
  const { only, yes } = readPlaywrightOptions({ env: {}, cwd: '/work', readFile });
  assert.deepEqual([only, yes], [['headers/org-id', 'behaviour/same-pair/at-once'], true]);
});
