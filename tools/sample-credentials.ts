/** Credentials of an org as most are set up for a run: two channels, a JWT-based token, no expired token at hand. */
import type { Credentials } from '../generators/credentials.js';

/** Has the shape of a token and opens nothing. */
export function jwtWithoutMeaning(sub: string): string {
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  const signature = Buffer.alloc(256, 1).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub })}.${signature}`;
}

export const sampleCredentials: Credentials = {
  accessToken: jwtWithoutMeaning('nobody'),
  orgId: '00D000000000001',
  authorizationContext: 'Acme1_Support1',
  channels: ['channel-one', 'channel-two'],
};
