/** Reads `byoc-conformance.config.yaml` or `.json`: settings by their environment names, options by theirs. */
import { join, resolve } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { showFound } from '../text/found.js';
import { suggestion } from '../text/nearest.js';
import { settingDefinitions } from './definitions.js';
import { reasonOf } from './errors/reason.js';
import { configuredOptions, type OptionDeclarations } from './options/declaration.js';
import type { SettingProblem } from './setting-problem.js';
import type { ReadFile } from './sources.js';

const configFileNames = ['byoc-conformance.config.yaml', 'byoc-conformance.config.json'] as const;

export interface ConfigFile {
  /** Absolute; absent when there is none. */
  readonly path?: string;
  /** Values of settings and options by name; lists with commas between. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly SettingProblem[];
  readonly warnings: readonly string[];
}

/** @param given the path of `--config`; without it the two names of the working directory are tried. */
export function readConfigFile(
  cwd: string,
  readFile: ReadFile,
  declarations: OptionDeclarations,
  given?: string,
): ConfigFile {
  const names = [
    ...settingDefinitions.map(({ name }) => name),
    ...configuredOptions(declarations).flatMap(({ name, configured }) => (configured.inFile === false ? [] : [name])),
  ];
  const paths = given === undefined ? configFileNames.map((name) => join(cwd, name)) : [resolve(cwd, given)];
  for (const path of paths) {
    try {
      const text = readFile(path);
      if (text !== undefined) return readConfig(path, text, names);
    } catch (error) {
      return broken(path, `a file that cannot be read: ${reasonOf(error)}`, `read from ${path}`);
    }
  }
  if (given !== undefined) return broken(paths[0] ?? given, 'no such file', 'named by --config');
  return { values: new Map(), problems: [], warnings: [] };
}

function readConfig(path: string, text: string, names: readonly string[]): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    return broken(path, `a file that is neither YAML nor JSON: ${error.message}`, `read from ${path}, line ${line}`);
  }
  if (document.contents === null) return { path, values: new Map(), problems: [], warnings: [] };
  if (!isMap(document.contents)) return broken(path, 'a file that is no list of names and values', `read from ${path}`);
  const values = new Map<string, string>();
  const problems: SettingProblem[] = [];
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const where = `read from ${path}, line ${lines.linePos(rangeOf(key)).line}`;
    const taken = textOf(value);
    if (!names.includes(name)) problems.push(unknownName(name, where, names));
    else if (taken === undefined) problems.push(wrongValue(name, where));
    else values.set(name, taken);
  }
  const warnings = settingDefinitions
    .filter(({ name, secret }) => secret !== undefined && values.has(name))
    .map(
      ({ name }) => `${name} stands in ${path}: secrets are better kept in the environment, and the file out of git`,
    );
  return { path, values, problems, warnings };
}

/** As it was written, so that `012` keeps its zero; undefined for what is no text and no list of texts. */
function textOf(node: unknown): string | undefined {
  if (isScalar(node)) {
    if (node.value === null) return '';
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }
  if (!isSeq(node)) return undefined;
  const texts = node.items.map((item) => (isScalar(item) ? textOf(item) : undefined));
  return texts.every((one) => one !== undefined) ? texts.join(',') : undefined;
}

function rangeOf(node: unknown): number {
  return isScalar(node) ? (node.range?.[0] ?? 0) : 0;
}

function unknownName(name: string, where: string, names: readonly string[]): SettingProblem {
  return {
    setting: showFound(name).slice(1, -1),
    expected: 'the name of a setting as in the environment (SF_ORG_ID), or of an option (level, maxRequests)',
    example: 'level: smoke',
    found: `the name ${showFound(name)}, which nothing has`,
    where,
    advice: suggestion(name, names) ?? 'take it out; all names are listed by: byoc-conformance run --help',
  };
}

function wrongValue(name: string, where: string): SettingProblem {
  return {
    setting: name,
    expected: 'a text, a number, true or false, or a list of texts',
    example: `${name}: value`,
    found: 'something nested',
    where,
  };
}

function broken(path: string, found: string, where: string): ConfigFile {
  const problem = {
    setting: 'configuration file',
    expected: 'YAML or JSON with one name and value in each line',
    example: 'level: smoke',
    found,
    where,
  };
  return { path, values: new Map(), problems: [problem], warnings: [] };
}
