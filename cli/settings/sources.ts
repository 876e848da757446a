/** Where settings are looked up: the environment first, then the `.env` file of the working directory. */
import { join } from 'node:path';
import { parse } from 'dotenv';

/** The environment as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Gives the text of a file, `undefined` when there is none; throws when it is there but cannot be read. */
export type ReadFile = (path: string) => string | undefined;

export interface FoundValue {
  readonly value: string;
  /** `environment`, or the path of the `.env` file. */
  readonly where: string;
}

export interface Sources {
  /** The value of a variable, empty ones included: an empty secret in CI must not pass for one that was never set. */
  find(name: string): FoundValue | undefined;
  /** Where a variable was looked for in vain. */
  readonly lookedIn: string;
  readonly envFile: string;
  /** Why the `.env` file could not be read; absent when it was read or does not exist. */
  readonly unreadable?: unknown;
}

/** Reads `.env` without touching `process.env`; the environment comes before it. */
export function openSources(env: Environment, cwd: string, readFile: ReadFile): Sources {
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
  return {
    find(name) {
      const fromEnvironment = env[name];
      if (fromEnvironment !== undefined) return { value: fromEnvironment, where: 'the environment' };
      const fromFile = values.get(name);
      return fromFile === undefined ? undefined : { value: fromFile, where: envFile };
    },
    lookedIn: `the environment and ${envFile}${text === undefined ? ' (no such file)' : ''}`,
    envFile,
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}
