/**
 * Reads the settings of a run: flag before environment before `.env`. All problems are told at once. Pure but for the
 * given readFile.
 */
import type { Credentials } from '../../endpoints/credentials.js';
import { reasonOf } from '../errors/reason.js';
import { showFound } from '../output/found.js';
import { checkAccessToken, checkExpiredAccessToken } from './access-token.js';
import { checkAuthorizationContext } from './authorization-context.js';
import { checkBaseUrl, checkInstanceUrl } from './base-url.js';
import { checkChannels } from './channels.js';
import { Collector } from './collector.js';
import * as definitions from './definitions.js';
import { checkOrgId } from './org-id.js';
import type { SettingProblem } from './setting-problem.js';
import { type Environment, openSources, type ReadFile, type Sources } from './sources.js';

export interface SettingsInput {
  readonly flags: { readonly baseUrl?: string };
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
      readonly credentials: Credentials;
      readonly warnings: readonly string[];
    };

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] };

/** Reads and checks all settings; with half of them the missing ones are problems like the malformed ones. */
export function readSettings(input: SettingsInput): SettingsResult {
  const sources = openSources(input.env, input.cwd, input.readFile);
  const collector = new Collector(sources, sources.find(definitions.accessToken.name)?.value ?? '');
  if (sources.unreadable !== undefined) collector.problems.push(unreadableEnvFile(sources));
  else if (input.flags.baseUrl === undefined && !isAnySet(sources)) {
    return { ok: true, settings: { kind: 'embedded mock', warnings: [] } };
  }
  const baseUrl = takeBaseUrl(collector, sources, input.flags.baseUrl);
  const credentials = takeCredentials(collector, sources, input.now ?? new Date());
  const { problems, warnings } = collector;
  if (problems.length > 0 || baseUrl === undefined || credentials === undefined) return { ok: false, problems };
  return { ok: true, settings: { kind: 'service', baseUrl, credentials, warnings } };
}

/** The tokens as they were configured, checked or not: what the redactor must know before anything is printed. */
export function configuredTokens(input: Pick<SettingsInput, 'env' | 'cwd' | 'readFile'>): readonly string[] {
  const sources = openSources(input.env, input.cwd, input.readFile);
  return [definitions.accessToken, definitions.expiredAccessToken]
    .map((definition) => sources.find(definition.name)?.value ?? '')
    .filter((value) => value !== '');
}

function isAnySet(sources: Sources): boolean {
  return definitions.settingDefinitions.some((definition) => findSetting(sources, definition) !== undefined);
}

/** An optional secret that CI leaves empty is one that nobody set; a required one that is empty is a problem. */
function findSetting(sources: Sources, definition: definitions.SettingDefinition) {
  const found = sources.find(definition.name);
  return found?.value === '' && !definition.required ? undefined : found;
}

function takeBaseUrl(collector: Collector, sources: Sources, flag: string | undefined): URL | undefined {
  if (flag !== undefined) {
    return collector.take(definitions.baseUrlFlag, { value: flag, where: 'the flag --base-url' }, checkBaseUrl);
  }
  return collector.take(definitions.instanceUrl, findSetting(sources, definitions.instanceUrl), checkInstanceUrl);
}

function takeCredentials(collector: Collector, sources: Sources, now: Date): Credentials | undefined {
  const find = (definition: definitions.SettingDefinition) => findSetting(sources, definition);
  const orgId = collector.take(definitions.orgId, find(definitions.orgId), checkOrgId);
  const authorizationContext = collector.take(
    definitions.authorizationContext,
    find(definitions.authorizationContext),
    checkAuthorizationContext,
  );
  const channels = collector.take(definitions.channels, find(definitions.channels), checkChannels);
  const givenToken = find(definitions.accessToken);
  const accessToken = collector.take(definitions.accessToken, givenToken, (value) => checkAccessToken(value, now));
  const expiredAccessToken = collector.take(
    definitions.expiredAccessToken,
    find(definitions.expiredAccessToken),
    (value) => checkExpiredAccessToken(value, givenToken?.value, now),
  );
  if (
    orgId === undefined ||
    authorizationContext === undefined ||
    channels === undefined ||
    accessToken === undefined
  ) {
    return undefined;
  }
  if (accessToken.includes('!') && !accessToken.startsWith(orgId)) {
    collector.warnings.push(`the access token was issued for another org than SF_ORG_ID, ${showFound(orgId)}`);
  }
  const credentials = { accessToken, orgId, authorizationContext, channels };
  return expiredAccessToken === undefined ? credentials : { ...credentials, expiredAccessToken };
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
