/** The settings of a service as environment variables: what a person would put into `.env`. */
import type { Credentials } from '../../../generators/credentials.js';

/** @param baseUrl the part before `/v1/conversation`, which must end in `/api`. */
export function settingsFor(baseUrl: string | URL, credentials: Credentials): Record<string, string> {
  const { accessToken, orgId, authorizationContext, channels, expiredAccessToken } = credentials;
  return {
    SF_SCRT_INSTANCE_URL: String(baseUrl).replace(/\/api$/, ''),
    SF_ORG_ID: orgId,
    SF_AUTHORIZATION_CONTEXT: authorizationContext,
    CHANNEL_ADDRESS_IDENTIFIER: channels.join(','),
    SF_ACCESS_TOKEN: accessToken,
    ...(expiredAccessToken === undefined ? {} : { SF_EXPIRED_ACCESS_TOKEN: expiredAccessToken }),
  };
}
