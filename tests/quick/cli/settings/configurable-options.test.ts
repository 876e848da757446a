/** Every option of `run` stands in the table of those that need no flag, and in what people read: a new one is not forgotten. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createProgram } from '../../../../cli/program.js';
import {
  configurableOptions,
  environmentName,
  flagName,
  optionsAsEnvironment,
} from '../../../../cli/settings/configurable-options.js';
import { settingDefinitions } from '../../../../cli/settings/definitions.js';
import { openSources } from '../../../../cli/settings/sources.js';
import { readOptions } from '../../../../playwright/options-in-environment.js';
import { capture } from '../stand-ins.js';

/** They say where the others are looked for, and what is done with them. */
const flagsOnly = ['config', 'check'];

const root = new URL('../../../../../', import.meta.url);
const fileOf = (name: string): string => readFileSync(new URL(name, root), 'utf8');

/** The options that commander knows of `run`. */
function optionsOfRun(): readonly { readonly name: string; readonly takesValue: boolean; readonly repeats: boolean }[] {
  const surroundings = { stdout: capture(false), stderr: capture(false) };
  // Only the streams are looked at before a command is run.
  const program = createProgram({ surroundings } as never, '0', () => {});
  const run = program.commands.find((command) => command.name() === 'run');
  assert.ok(run !== undefined);
  return run.options.map((option) => ({
    name: option.attributeName(),
    takesValue: option.required,
    repeats: option.parseArg !== undefined,
  }));
}

test('every option of run can be configured, by its kind, but those that say where to look', () => {
  const kindOf = ({ takesValue, repeats }: { takesValue: boolean; repeats: boolean }): string =>
    takesValue ? (repeats ? 'list' : 'text') : 'switch';
  const expected = optionsOfRun()
    .filter(({ name }) => !flagsOnly.includes(name))
    .map((option) => `${option.name}: ${kindOf(option)}`);
  assert.deepEqual(configurableOptions.map(({ name, kind }) => `${name}: ${kind}`).sort(), expected.sort());
});

test('the example of .env has every setting and every option', () => {
  const example = fileOf('.env.example');
  const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  const known = [
    ...settingDefinitions.map(({ name }) => name),
    ...configurableOptions.map(({ name }) => environmentName(name)),
  ];
  assert.deepEqual(named.sort(), [...known].sort());
});

test('the options in the example of .env are taken as they stand there', () => {
  const text = fileOf('.env.example').replace(/^#(BYOC_)/gm, '$1');
  const sources = openSources({}, '/work', (path) => (path === '/work/.env' ? text : undefined));
  assert.equal(Object.keys(optionsAsEnvironment(sources)).length, configurableOptions.length);
  assert.deepEqual(readOptions(sources).only, ['headers/org-id', 'behaviour/same-pair/at-once']);
});

test('the readme has every option of run and every setting', () => {
  const readme = fileOf('README.md');
  for (const { name } of optionsOfRun()) assert.match(readme, new RegExp(`^\\| \`${flagName(name)}[ \`]`, 'm'), name);
  for (const { name } of settingDefinitions) assert.ok(readme.includes(`\`${name}\``), name);
});
