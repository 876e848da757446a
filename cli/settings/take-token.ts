/** Takes the access token from the settings, or the flow that gets one. */
import { defaultAudience, type JwtBearerFlow } from '../../endpoints/token/jwt-bearer.js';
import { tokenToCome } from '../../endpoints/token/token-to-come.js';
import { checkAccessToken } from './access-token.js';
import type { Collector } from './collector.js';
import * as definitions from './definitions.js';
import { findSetting } from './find-setting.js';
import type { Checked } from './setting-problem.js';
import type { ReadFile, Sources } from './sources.js';
import {
  checkAudience,
  checkAuthEndpoint,
  checkConsumerKey,
  checkPrivateKey,
  checkPrivateKeyFile,
  checkSubject,
} from './token-flow.js';

/** Where the path of a key file leads. */
export interface TokenInput {
  readonly cwd: string;
  readonly readFile: ReadFile;
}

/** A given token comes first; without one the flow, when anything of it is configured. */
export function takeToken(
  collector: Collector,
  sources: Sources,
  input: TokenInput,
  now: Date,
): { readonly accessToken: string; readonly tokenFlow?: JwtBearerFlow } | undefined {
  const given = findSetting(sources, definitions.accessToken);
  const hasFlow = definitions.flowDefinitions.some((definition) => findSetting(sources, definition) !== undefined);
  if (!hasFlow || (given !== undefined && given.value !== '')) {
    const accessToken = collector.take(definitions.accessToken, given, (value) => checkAccessToken(value, now));
    if (given === undefined) adviseFlow(collector);
    if (hasFlow) {
      collector.warnings.push(
        'both SF_ACCESS_TOKEN and the JWT bearer flow are configured: SF_ACCESS_TOKEN is used, and not renewed when it expires; unset it to use the flow',
      );
    }
    return accessToken === undefined ? undefined : { accessToken };
  }
  const tokenFlow = takeFlow(collector, sources, input);
  return tokenFlow === undefined ? undefined : { accessToken: tokenToCome, tokenFlow };
}

function adviseFlow(collector: Collector): void {
  const index = collector.problems.findIndex(({ setting }) => setting === definitions.accessToken.name);
  const problem = collector.problems[index];
  if (problem === undefined) return;
  const advice =
    'set it, or let the suite get tokens by the JWT bearer flow: SF_CONSUMER_KEY, SF_PRIVATE_KEY, SF_SUBJECT and SF_AUTH_ENDPOINT';
  collector.problems[index] = { ...problem, advice };
}

function takeFlow(collector: Collector, sources: Sources, { cwd, readFile }: TokenInput): JwtBearerFlow | undefined {
  // Optional beside a token, all of them are needed without one.
  const take = <T>(definition: definitions.SettingDefinition, check: (value: string) => Checked<T>): T | undefined =>
    collector.take({ ...definition, required: true }, findSetting(sources, definition), check);
  const consumerKey = take(definitions.consumerKey, checkConsumerKey);
  const fromFile =
    findSetting(sources, definitions.privateKey) === undefined
      ? findSetting(sources, definitions.privateKeyFile)
      : undefined;
  const privateKey =
    fromFile === undefined
      ? take(definitions.privateKey, (value) => checkPrivateKey(value, cwd, readFile))
      : take(definitions.privateKeyFile, (value) => checkPrivateKeyFile(value, cwd, readFile));
  const subject = take(definitions.subject, checkSubject);
  const endpoint = take(definitions.authEndpoint, checkAuthEndpoint);
  const givenAudience = findSetting(sources, definitions.audience);
  const audience =
    givenAudience === undefined
      ? endpoint && defaultAudience(endpoint)
      : collector.take(definitions.audience, givenAudience, checkAudience);
  if (givenAudience === undefined && audience !== undefined) {
    collector.taken.push({ setting: definitions.audience.name, value: audience, source: 'default' });
  }
  if (
    consumerKey === undefined ||
    privateKey === undefined ||
    subject === undefined ||
    endpoint === undefined ||
    audience === undefined
  ) {
    return undefined;
  }
  return { consumerKey, privateKey, subject, audience, endpoint: endpoint.href };
}
