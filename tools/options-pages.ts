/** The tables of README.md that list options, settings and scenarios, and `.env.example`: all of them follow from the declarations. Pure. */
import type { SettingDefinition } from '../settings/definitions.js';
import {
  asVariable,
  configuredOptions,
  defaultOf,
  type OptionDeclarations,
  optionsOf,
  usageOf,
} from '../settings/options/declaration.js';
import type { Scenario } from '../wire/scenario.js';
import { codeCell, markdownTable, plainCell } from './markdown-table.js';

/** The options of `run`. */
export function runOptionsTable(declarations: OptionDeclarations): string {
  const rows = optionsOf('run', declarations).map(([name, declaration]) => [
    codeCell(usageOf(name, declaration)),
    plainCell(declaration.help),
    plainCell(defaultOf(declaration) ?? ''),
  ]);
  return markdownTable(['Option', 'Meaning', 'Default'], rows);
}

export function settingsTable(definitions: readonly SettingDefinition[]): string {
  const rows = definitions.map(({ name, meaning, expected, example }) => [
    codeCell(name),
    plainCell(meaning),
    plainCell(expected),
    codeCell(example),
  ]);
  return markdownTable(['Setting', 'Meaning', 'Form', 'Example'], rows);
}

/** The scenarios of `gate`. */
export function scenariosTable(scenarios: readonly Pick<Scenario, 'id' | 'summary' | 'robust'>[]): string {
  const rows = scenarios.map(({ id, summary, robust }) => [codeCell(id), plainCell(summary), plainCell(robust)]);
  return markdownTable(['Scenario', 'What the org does', 'A robust connector'], rows);
}

/** The text of `.env.example`. What a run against a service needs stands there to be filled in, all else as a comment. */
export function envExample(definitions: readonly SettingDefinition[], declarations: OptionDeclarations): string {
  const blocks = [
    '# Settings and options of a run against a sandbox org. Copy this file to .env and fill it in; .env is ignored by git.\n' +
      '# The environment comes before this file. With nothing set at all, the embedded mock is judged.',
    ...definitions.filter(({ tokenFlow }) => tokenFlow !== true).map(settingBlock),
    '# Or, without SF_ACCESS_TOKEN, what the JWT bearer flow needs; tokens are then renewed before they expire.',
    ...definitions.filter(({ tokenFlow }) => tokenFlow === true).map(settingBlock),
    '# Options of byoc-conformance run, where a flag comes before them, and of npx playwright test. Lists have commas.',
    ...configuredOptions(declarations).map(optionBlock),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function settingBlock({ name, meaning, expected, example, required, secret }: SettingDefinition): string {
  const line = `${name}=${secret === undefined ? example : ''}`;
  return `# ${meaning}\n# Form: ${expected}\n${required ? line : `#${line}`}`;
}

function optionBlock({ name, declaration, configured }: ReturnType<typeof configuredOptions>[number]): string {
  const fallback = defaultOf(declaration);
  const refused =
    configured.refusedByPlaywright === undefined
      ? []
      : [`# Not for npx playwright test, which refuses it: it ${configured.refusedByPlaywright}.`];
  return [
    `# ${declaration.help}${fallback === undefined ? '' : ` (default: ${fallback})`}`,
    ...refused,
    `#${asVariable(name, configured.example)}`,
  ].join('\n');
}
