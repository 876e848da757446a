/** Makes up an org and issues its tokens: what `mock --credentials FILE` writes and the mock then accepts. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import type { Settings } from './settings.js';
import type { TokenVerifier } from './token-verifier.js';

export interface MockKeys {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** An RS256 key pair. Making one takes tens of milliseconds, so mocks of one process may share it. */
export async function createMockKeys(): Promise<MockKeys> {
  return generateKeyPair('RS256');
}

/**
 * Four channels and no more, because every control is asked on each. All begin with the first one and end in it: a
 * service that cuts or ignores the channel merges them. Behind the first stands a colon, an underscore or a bar, in front
 * of it a hyphen, a slash or a full stop: a service that looks up one text joined of channel and subject, in either order,
 * with one of these delimiters or none, can be given two pairs that join to the same text.
 */
export const defaultChannels: readonly string[] = [
  'c7d5e3a1',
  'c7d5e3a1:north-c7d5e3a1',
  'c7d5e3a1_south/c7d5e3a1',
  'c7d5e3a1|west.c7d5e3a1',
];

const prefix = 'Partner1';
const hourInSeconds = 3600;

/** @param now milliseconds since 1970 @param lifetimeMs of the access token; a day when absent. */
export async function issueCredentials(
  keys: MockKeys,
  channels: readonly string[],
  now: number,
  lifetimeMs?: number,
): Promise<Settings> {
  const orgId = `00DQz${randomText(upperCase, 2)}${randomText(digits, 2)}${randomText(letters, 6)}`;
  const issuedAt = Math.floor(now / 1000);
  return {
    accessToken: await issueAccessToken(keys, orgId, now, lifetimeMs),
    expiredAccessToken: await issueToken(keys, orgId, issuedAt - 25 * hourInSeconds, issuedAt - hourInSeconds),
    orgId,
    authorizationContext: `${prefix}_ChannelDefinition1`,
    channels,
    prefix,
  };
}

const dayMs = 24 * hourInSeconds * 1000;

/** A JWT of the org. @param now milliseconds since 1970 @param lifetimeMs a day when absent. */
export function issueAccessToken(keys: MockKeys, orgId: string, now: number, lifetimeMs = dayMs): Promise<string> {
  // A NumericDate may have decimals (RFC 7519, section 2), so that tests need not wait for whole seconds.
  const expiresAt = lifetimeMs === dayMs ? Math.floor(now / 1000) + lifetimeMs / 1000 : (now + lifetimeMs) / 1000;
  return issueToken(keys, orgId, Math.floor(now / 1000), expiresAt);
}

/** A token of an org that was not told to issue JWTs: the org id, an exclamation mark, and what only the org knows. */
export function issueOpaqueToken(orgId: string, verifier: TokenVerifier, now: number, lifetimeMs = dayMs): string {
  const token = `${orgId}!${randomBytes(72).toString('base64url')}`;
  verifier.acceptOpaque(token, orgId, now + lifetimeMs);
  return token;
}

/** Times in seconds since 1970, as RFC 7519 counts them. */
async function issueToken(keys: MockKeys, orgId: string, issuedAt: number, expiresAt: number): Promise<string> {
  return new SignJWT({ scope: 'interaction_api', org_id: orgId })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer('https://mock.invalid')
    .setSubject('integration@partner.invalid')
    .setAudience('https://mock.invalid/api')
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .setJti(randomUUID())
    .sign(keys.privateKey);
}

const upperCase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const letters = `${upperCase}${upperCase.toLowerCase()}`;

function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
