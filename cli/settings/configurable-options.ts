/** The options of `run` that need not be flags: their names in the configuration file and in the environment. */
import { UsageError } from '../errors/usage-error.js';
import type { RawRunFlags } from '../options/run-flags.js';
import type { FoundValue, Sources } from './sources.js';

export interface ConfigurableOption {
  /** In the configuration file: the flag in camel case. */
  readonly name: keyof RawRunFlags;
  readonly kind: 'text' | 'list' | 'switch';
  /** Not in the configuration file, which is no place for somebody's yes. */
  readonly environmentOnly?: true;
}

export const configurableOptions = [
  { name: 'baseUrl', kind: 'text' },
  { name: 'edition', kind: 'list' },
  { name: 'layout', kind: 'text' },
  { name: 'level', kind: 'text' },
  { name: 'seed', kind: 'text' },
  { name: 'only', kind: 'list' },
  { name: 'maxRequests', kind: 'text' },
  { name: 'rate', kind: 'text' },
  { name: 'reuseSubjects', kind: 'switch' },
  { name: 'concurrency', kind: 'text' },
  { name: 'memory', kind: 'text' },
  { name: 'out', kind: 'text' },
  { name: 'waivers', kind: 'text' },
  { name: 'baseline', kind: 'text' },
  { name: 'gate', kind: 'text' },
  { name: 'fault', kind: 'list' },
  { name: 'yes', kind: 'switch', environmentOnly: true },
] as const satisfies readonly ConfigurableOption[];

/** `maxRequests`: `BYOC_MAX_REQUESTS`. */
export function environmentName(option: string): string {
  return `BYOC_${option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** `maxRequests`: `--max-requests`. */
export function flagName(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The value of an option that is no flag, by precedence; an empty one is one that nobody set. */
export function findOption(sources: Sources, { name }: ConfigurableOption): FoundValue | undefined {
  const found = sources.find(environmentName(name)) ?? sources.findOption(name);
  return found?.value === '' ? undefined : found;
}

/** Where an option that is no flag came from, by its name. */
export type Origins = ReadonlyMap<string, FoundValue>;

/** The flags as given, with what the other sources say of the rest. */
export function withConfigured(
  given: RawRunFlags,
  sources: Sources,
): { readonly raw: RawRunFlags; readonly origins: Origins } {
  const origins = new Map<string, FoundValue>();
  const configured: Record<string, unknown> = {};
  for (const option of configurableOptions) {
    if (given[option.name] !== undefined) continue;
    const found = findOption(sources, option);
    const value = found === undefined ? undefined : readKind(option, found.value);
    if (found === undefined || value === undefined) continue;
    configured[option.name] = value;
    origins.set(option.name, found);
  }
  // The kinds of the table are those of RawRunFlags.
  return { raw: { ...(configured as RawRunFlags), ...given }, origins };
}

/** Reads the options; a problem with one that is no flag says where it stands. @throws UsageError as `read` does. */
export function readConfigured<T>(raw: RawRunFlags, origins: Origins, read: (raw: RawRunFlags) => T): T {
  try {
    return read(raw);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      error.problems.map(({ message, advice }) => {
        const origin = [...origins].find(([name]) => new RegExp(`^${flagName(name)}(?![\\w-])`).test(message));
        if (origin === undefined) return { message, ...(advice === undefined ? {} : { advice }) };
        const stands = `it was taken from ${origin[1].where}`;
        return { message, advice: advice === undefined ? stands : `${advice}; ${stands}` };
      }),
    );
  }
}

/** The options of `.env` and of the configuration file as variables, for what reads the environment. */
export function optionsAsEnvironment(sources: Sources): Readonly<Record<string, string>> {
  const rows = configurableOptions.flatMap((option) => {
    const found = findOption(sources, option);
    if (found === undefined) return [];
    const isOn = option.kind === 'switch' && readKind(option, found.value) === true;
    if (option.kind === 'switch' && !isOn) return [];
    return [[environmentName(option.name), isOn ? '1' : found.value]] as const;
  });
  return Object.fromEntries(rows);
}

function readKind({ kind }: ConfigurableOption, value: string): string | readonly string[] | boolean | undefined {
  if (kind === 'text') return value;
  if (kind === 'switch') return /^(?:1|true|yes|on)$/i.test(value) ? true : undefined;
  return value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
