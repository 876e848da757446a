/** The settings of the OAuth 2.0 JWT bearer flow (RFC 7523), and the assertion that they make. */
import { createPrivateKey, randomUUID } from 'node:crypto';

/** Plain data, so that it can be handed to another process. The private key is a secret. */
export interface JwtBearerFlow {
  /** `iss`: the consumer key (client id) of the connected app. */
  readonly consumerKey: string;
  /** An RSA key in PEM, as `readPrivateKey` gives it. */
  readonly privateKey: string;
  /** `sub`: the user name in whose name the app acts. */
  readonly subject: string;
  /** `aud`: the login server that issues the token. */
  readonly audience: string;
  /** The whole URL of the token endpoint. */
  readonly endpoint: string;
}

export const jwtBearerGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Seconds that an assertion is good for: servers take no long ones, and it is used at once. */
const assertionSeconds = 180;

/** A fresh assertion, signed with RS256. @param nowMs milliseconds since 1970. */
export async function makeAssertion(flow: JwtBearerFlow, nowMs: number): Promise<string> {
  // Only who fetches tokens pays for loading it: help comes sooner.
  const { SignJWT } = await import('jose');
  const issuedAt = Math.floor(nowMs / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(flow.consumerKey)
    .setSubject(flow.subject)
    .setAudience(flow.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + assertionSeconds)
    .setJti(randomUUID())
    .sign(createPrivateKey(flow.privateKey));
}

const tokenPath = '/services/oauth2/token';

/** The token endpoint that a setting means: a bare login URL gets the vendor's path behind it. */
export function tokenEndpointOf(url: URL): URL {
  const endpoint = new URL(url);
  if (endpoint.pathname.replace(/\/+$/, '') === '') endpoint.pathname = tokenPath;
  return endpoint;
}

/** The audience that fits a login URL: sandboxes have a login server of their own (public facts, Tokens). */
export function defaultAudience(endpoint: URL): string {
  const host = endpoint.hostname.toLowerCase();
  const isSandbox = host === 'test.salesforce.com' || /\.sandbox\.my\./.test(host) || /^[^.]*--[^.]*\.my\./.test(host);
  return isSandbox ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}
