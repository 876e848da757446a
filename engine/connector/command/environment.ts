/** The settings by the vendor's names that a connector's command is handed in its environment. */
import { tokenPath } from '../../../endpoints/mock/token/token-endpoint.js';
import type { GateOrg } from '../../../endpoints/org/org.js';

/** Names that are set, and so taken out of what the command would inherit. */
export function connectorEnvironment(org: GateOrg, origin: string, scenario: string): Record<string, string> {
  const { credentials, app } = org;
  return {
    SF_SCRT_INSTANCE_URL: origin,
    SF_INSTANCE_URL: origin,
    SF_AUTH_ENDPOINT: `${origin}${tokenPath}`,
    SF_ACCESS_TOKEN: credentials.accessToken,
    SF_ORG_ID: credentials.orgId,
    SF_AUTHORIZATION_CONTEXT: credentials.authorizationContext,
    CHANNEL_ADDRESS_IDENTIFIER: credentials.channels.join(','),
    SF_CONSUMER_KEY: app.consumerKey,
    SF_PRIVATE_KEY: app.privateKey,
    SF_SUBJECT: app.subject,
    SF_AUDIENCE: app.audience,
    BYOC_SCENARIO: scenario,
  };
}
