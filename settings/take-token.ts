/** Takes the access token from the settings, or the flow that gets one. */
import { defaultAudience, type JwtBearerFlow } from '../endpoints/token/jwt-bearer.js';
import { tokenToCome } from '../endpoints/token/token-to-come.js';
import type { Collector } from './collector.js';
import { type SettingDefinition, settingDefinitions, settings } from './definitions.js';

const flowAdvice =
  'set it, or let the suite get tokens by the JWT bearer flow: SF_CONSUMER_KEY, SF_PRIVATE_KEY, SF_SUBJECT and SF_AUTH_ENDPOINT';

/** A given token comes first; without one the flow, when anything of it is configured. */
export function takeToken(
  collector: Collector,
): { readonly accessToken: string; readonly tokenFlow?: JwtBearerFlow } | undefined {
  const given = collector.find(settings.accessToken);
  const hasFlow = settingDefinitions.some((one) => one.tokenFlow === true && collector.find(one) !== undefined);
  if (!hasFlow || (given !== undefined && given.value !== '')) {
    const accessToken = collector.take(settings.accessToken, given, { isProblem: true, advice: flowAdvice });
    if (hasFlow) {
      collector.warnings.push(
        'both SF_ACCESS_TOKEN and the JWT bearer flow are configured: SF_ACCESS_TOKEN is used, and not renewed when it expires; unset it to use the flow',
      );
    }
    return accessToken === undefined ? undefined : { accessToken };
  }
  const tokenFlow = takeFlow(collector);
  return tokenFlow === undefined ? undefined : { accessToken: tokenToCome, tokenFlow };
}

function takeFlow(collector: Collector): JwtBearerFlow | undefined {
  // Optional beside a token, all of them are needed without one.
  const take = <T>(definition: SettingDefinition<T>): T | undefined =>
    collector.take(definition, undefined, { isProblem: true });
  const consumerKey = take(settings.consumerKey);
  const isInFile =
    collector.find(settings.privateKey) === undefined && collector.find(settings.privateKeyFile) !== undefined;
  const privateKey = take(isInFile ? settings.privateKeyFile : settings.privateKey);
  const subject = take(settings.subject);
  const endpoint = take(settings.authEndpoint);
  const audience = takeAudience(collector, endpoint);
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

/** The login server of the endpoint, unless another one is named. */
function takeAudience(collector: Collector, endpoint: URL | undefined): string | undefined {
  if (collector.find(settings.audience) !== undefined) return collector.take(settings.audience);
  if (endpoint === undefined) return undefined;
  const value = defaultAudience(endpoint);
  collector.taken.push({ setting: settings.audience.name, value, source: 'default', isGiven: false });
  return value;
}
