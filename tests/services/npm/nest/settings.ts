/** What the service is told by its environment. */

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

const { env } = process;

export const settings = {
  publicKey: env.SF_PUBLIC_KEY ?? '',
  orgId: env.SF_ORG_ID ?? '',
  authorizationContext: env.SF_AUTHORIZATION_CONTEXT ?? '',
  channels: (env.CHANNEL_ADDRESS_IDENTIFIER ?? '').split(','),
  edition: env.EDITION ?? '61.0',
  fault: env.FAULT ?? '',
};
