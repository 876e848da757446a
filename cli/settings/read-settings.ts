/**
 * Reads the settings of a run: flag before environment before `.env`. All problems are told at once. Pure but for the
 * given readFile.
 */

import type { JwtBearerFlow } from '../../endpoints/token/jwt-bearer.js';
import { keyLines } from '../../engine/service/secrets.js';
import type { Credentials } from '../../generators/credentials.js';
import { reasonOf } from '../errors/reason.js';
import { showFound } from '../output/found.js';
import { checkExpiredAccessToken } from './access-token.js';
import { checkAuthorizationContext } from './authorization-context.js';
import { checkBaseUrl, checkInstanceUrl } from './base-url.js';
import { checkChannels } from './channels.js';
import { Collector } from './collector.js';
import { environmentName, findOption } from './configurable-options.js';
import * as definitions from './definitions.js';
import { findSetting } from './find-setting.js';
import { checkOrgId } from './org-id.js';
import type { SettingProblem } from './setting-problem.js';
import { type Environment, openSources, type ReadFile, type Sources } from './sources.js';
import { takeToken } from './take-token.js';
import type { Taken } from './taken.js';
import { keyTextOf } from './token-flow.js';

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
export function readSettings(input: SettingsInput): SettingsResult {
  const sources = openSources(input.env, input.cwd, input.readFile, input.flags.config);
  const collector = new Collector(sources, sources.find(definitions.accessToken.name)?.value ?? '');
  if (sources.unreadable !== undefined) collector.problems.push(unreadableEnvFile(sources));
  collector.problems.push(...sources.config.problems);
  collector.warnings.push(...sources.config.warnings);
  if (sources.unreadable === undefined && input.flags.baseUrl === undefined && !isAnySet(sources)) {
    const { problems, warnings } = collector;
    if (problems.length > 0) return { ok: false, problems, taken: [] };
    return { ok: true, settings: { kind: 'embedded mock', warnings }, taken: [] };
  }
  const baseUrl = takeBaseUrl(collector, sources, input.flags.baseUrl);
  const taken = takeCredentials(collector, sources, input);
  const { problems, warnings } = collector;
  if (problems.length > 0 || baseUrl === undefined || taken === undefined) {
    return { ok: false, problems, taken: collector.taken };
  }
  return { ok: true, settings: { kind: 'service', baseUrl, ...taken, warnings }, taken: collector.taken };
}

/** The tokens as they were configured, checked or not: what the redactor must know before anything is printed. */
export function configuredTokens(
  input: Pick<SettingsInput, 'env' | 'cwd' | 'readFile'>,
  config?: string,
): readonly string[] {
  const sources = openSources(input.env, input.cwd, input.readFile, config);
  return [definitions.accessToken, definitions.expiredAccessToken]
    .map((definition) => sources.find(definition.name)?.value ?? '')
    .filter((value) => value !== '');
}

/** The lines of the private key as it was configured, for the redactor. */
export function configuredKeyLines(
  input: Pick<SettingsInput, 'env' | 'cwd' | 'readFile'>,
  config?: string,
): readonly string[] {
  const sources = openSources(input.env, input.cwd, input.readFile, config);
  return [definitions.privateKey, definitions.privateKeyFile].flatMap((definition) => {
    const value = sources.find(definition.name)?.value ?? '';
    return keyLines(keyTextOf(value, input.cwd, input.readFile) ?? '');
  });
}

function isAnySet(sources: Sources): boolean {
  const isService = definitions.settingDefinitions.some((definition) => findSetting(sources, definition) !== undefined);
  return (
    isService || sources.find(environmentName('baseUrl')) !== undefined || sources.findOption('baseUrl') !== undefined
  );
}

function takeBaseUrl(collector: Collector, sources: Sources, flag: string | undefined): URL | undefined {
  if (flag !== undefined) {
    return collector.take(definitions.baseUrlFlag, { value: flag, where: 'the flag --base-url' }, checkBaseUrl);
  }
  const configured = findOption(sources, { name: 'baseUrl', kind: 'text' });
  if (configured !== undefined) return collector.take(definitions.baseUrlFlag, configured, checkBaseUrl);
  return collector.take(definitions.instanceUrl, findSetting(sources, definitions.instanceUrl), checkInstanceUrl);
}

function takeCredentials(
  collector: Collector,
  sources: Sources,
  input: SettingsInput,
): { readonly credentials: Credentials; readonly tokenFlow?: JwtBearerFlow } | undefined {
  const now = input.now ?? new Date();
  const find = (definition: definitions.SettingDefinition) => findSetting(sources, definition);
  const orgId = collector.take(definitions.orgId, find(definitions.orgId), checkOrgId);
  const authorizationContext = collector.take(
    definitions.authorizationContext,
    find(definitions.authorizationContext),
    checkAuthorizationContext,
  );
  const channels = collector.take(definitions.channels, find(definitions.channels), checkChannels);
  const token = takeToken(collector, sources, input, now);
  const givenToken = find(definitions.accessToken);
  const expiredAccessToken = collector.take(
    definitions.expiredAccessToken,
    find(definitions.expiredAccessToken),
    (value) => checkExpiredAccessToken(value, givenToken?.value, now),
  );
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
    ...(tokenFlow === undefined ? {} : { tokenFlow }),
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
