/** Where settings are looked up: the environment, then the `.env` file of the working directory, then the configuration file. */
import { join } from 'node:path';
import { parse } from 'dotenv';
import { type ConfigFile, readConfigFile } from './config-file.js';
import type { OptionDeclarations } from './options/declaration.js';
import { options } from './options/options.js';

/** The environment as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Gives the text of a file, `undefined` when there is none; throws when it is there but cannot be read. */
export type ReadFile = (path: string) => string | undefined;

export interface FoundValue {
  readonly value: string;
  /** `the environment`, or the path of the file. */
  readonly where: string;
}

export interface Sources {
  /** The value of a setting, empty ones included: an empty secret in CI must not pass for one that was never set. */
  find(name: string): FoundValue | undefined;
  /** The value of an option in the configuration file, by its name there: `maxRequests`. */
  findOption(name: string): FoundValue | undefined;
  /** Where a setting was looked for in vain. */
  readonly lookedIn: string;
  readonly envFile: string;
  readonly config: ConfigFile;
  /** Why the `.env` file could not be read; absent when it was read or does not exist. */
  readonly unreadable?: unknown;
}

/** Reads the files without touching `process.env`. @param config the path of `--config`. */
export function openSources(
  env: Environment,
  cwd: string,
  readFile: ReadFile,
  config?: string,
  declarations: OptionDeclarations = options,
): Sources {
  const envFile = join(cwd, '.env');
  let text: string | undefined;
  let unreadable: unknown;
  try {
    text = readFile(envFile);
  } catch (error) {
    unreadable = error;
  }
  const byteOrderMark = /^\uFEFF/;
  const values = new Map(text === undefined ? [] : Object.entries(parse(text.replace(byteOrderMark, ''))));
  const configFile = readConfigFile(cwd, readFile, declarations, config);
  const inConfig = (name: string): FoundValue | undefined => {
    const value = configFile.values.get(name);
    return value === undefined ? undefined : { value, where: configFile.path ?? '' };
  };
  const dotEnv = `${envFile}${text === undefined ? ' (no such file)' : ''}`;
  return {
    find(name) {
      const fromEnvironment = env[name];
      if (fromEnvironment !== undefined) return { value: fromEnvironment, where: 'the environment' };
      const fromFile = values.get(name);
      return fromFile === undefined ? inConfig(name) : { value: fromFile, where: envFile };
    },
    findOption: inConfig,
    lookedIn:
      configFile.path === undefined
        ? `the environment and ${dotEnv}`
        : `the environment, ${dotEnv} and ${configFile.path}`,
    envFile,
    config: configFile,
    unreadable,
  };
}
