/**
 * Reads the settings of a run: flag before environment before `.env`. All problems are told at once. Pure but for the
 * given readFile.
 */

import type { JwtBearerFlow } from '../endpoints/token/jwt-bearer.js';
import { keyLines, secretOf } from '../engine/service/secrets.js';
import type { Credentials } from '../generators/credentials.js';
import { showFound } from '../text/found.js';
import { keyTextOf } from './checks/token-flow.js';
import { Collector } from './collector.js';
import { baseUrlOption, settingDefinitions, settings } from './definitions.js';
import { reasonOf } from './errors/reason.js';
import { SettingsError } from './errors/settings-error.js';
import { asVariable } from './options/declaration.js';
import { findOption } from './options/read-options.js';
import type { SettingProblem } from './setting-problem.js';
import { type Environment, openSources, type ReadFile, type Sources } from './sources.js';
import { takeToken } from './take-token.js';
import type { Taken } from './taken.js';

export interface SettingsInput {
  readonly flags: {
    readonly baseUrl?: string;
    /** Path of the configuration file; without it that of the working directory is read, if there is one. */
    readonly config?: string;
  };
  readonly env: Environment;
  readonly cwd: string;
  readonly readFile: ReadFile;
  /** The time against which expiry is judged; now when it is left out. */
  readonly now?: Date;
}

/** With nothing configured at all the run is of the embedded mock. */
export type Settings =
  | { readonly kind: 'embedded mock'; readonly warnings: readonly string[] }
  | {
      readonly kind: 'service';
      readonly baseUrl: URL;
      /** With `tokenFlow`, the access token in here only stands for one that is still to come: see withToken. */
      readonly credentials: Credentials;
      readonly tokenFlow?: JwtBearerFlow;
      readonly warnings: readonly string[];
    };

export type SettingsResult = { readonly taken: readonly Taken[] } & (
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] }
);

/** Reads and checks all settings; with half of them the missing ones are problems like the malformed ones. */
export function readSettings({ flags, env, cwd, readFile, now = new Date() }: SettingsInput): SettingsResult {
  const sources = openSources(env, cwd, readFile, flags.config);
  const collector = new Collector(sources, { now, cwd, readFile });
  const { problems, warnings } = collector;
  if (sources.unreadable !== undefined) problems.push(unreadableEnvFile(sources));
  problems.push(...sources.config.problems);
  warnings.push(...sources.config.warnings);
  if (sources.unreadable === undefined && flags.baseUrl === undefined && !isAnySet(sources, collector)) {
    if (problems.length > 0) return { ok: false, problems, taken: [] };
    return { ok: true, settings: { kind: 'embedded mock', warnings }, taken: [] };
  }
  const given =
    flags.baseUrl === undefined
      ? findOption(sources, 'baseUrl')
      : { value: flags.baseUrl, where: 'the flag --base-url' };
  const baseUrl = given === undefined ? collector.take(settings.instanceUrl) : collector.take(baseUrlOption, given);
  const taken = takeCredentials(collector);
  if (problems.length > 0 || baseUrl === undefined || taken === undefined) {
    return { ok: false, problems, taken: collector.taken };
  }
  return { ok: true, settings: { kind: 'service', baseUrl, ...taken, warnings }, taken: collector.taken };
}

/** @throws SettingsError naming all that are missing or malformed. */
export function requireSettings(input: SettingsInput): Settings {
  const read = readSettings(input);
  if (!read.ok) throw new SettingsError(read.problems);
  return read.settings;
}

/** Secrets as they were configured, checked or not: what the redactor must know before anything is printed. */
export function configuredSecrets(
  { env, cwd, readFile }: Pick<SettingsInput, 'env' | 'cwd' | 'readFile'>,
  config?: string,
): { readonly tokens: readonly string[]; readonly keyLines: readonly string[] } {
  const sources = openSources(env, cwd, readFile, config);
  const orgId = sources.find(settings.orgId.name)?.value;
  const textOf = ({ name }: { readonly name: string }): string => sources.find(name)?.value ?? '';
  const keys = [settings.privateKey, settings.privateKeyFile].map(textOf);
  return {
    tokens: [settings.accessToken, settings.expiredAccessToken]
      .map((setting) => secretOf(textOf(setting), orgId))
      .filter((value) => value !== ''),
    keyLines: keys.flatMap((key) => keyLines(keyTextOf(key, cwd, readFile) ?? '')),
  };
}

/** An empty base URL is one that somebody meant to set: it must not make the embedded mock the target. */
function isAnySet(sources: Sources, collector: Collector): boolean {
  const baseUrl = sources.find(asVariable('baseUrl')) ?? sources.findOption('baseUrl');
  return baseUrl !== undefined || settingDefinitions.some((one) => collector.find(one) !== undefined);
}

function takeCredentials(
  collector: Collector,
): { readonly credentials: Credentials; readonly tokenFlow?: JwtBearerFlow } | undefined {
  const orgId = collector.take(settings.orgId);
  const authorizationContext = collector.take(settings.authorizationContext);
  const channels = collector.take(settings.channels);
  const token = takeToken(collector);
  const expiredAccessToken = collector.take(settings.expiredAccessToken);
  if (orgId === undefined || authorizationContext === undefined || channels === undefined || token === undefined) {
    return undefined;
  }
  const { accessToken, tokenFlow } = token;
  if (accessToken.includes('!') && !accessToken.startsWith(orgId)) {
    collector.warnings.push(`the access token was issued for another org than SF_ORG_ID, ${showFound(orgId)}`);
  }
  const credentials = { accessToken, orgId, authorizationContext, channels };
  return {
    credentials: expiredAccessToken === undefined ? credentials : { ...credentials, expiredAccessToken },
    tokenFlow,
  };
}

function unreadableEnvFile(sources: Sources): SettingProblem {
  return {
    setting: '.env',
    expected: 'a text file with one NAME=value in each line, or no file at all',
    example: 'SF_ORG_ID=00D000000000001',
    found: `a file that cannot be read: ${reasonOf(sources.unreadable)}`,
    where: `read from ${sources.envFile}`,
  };
}
