/** Makes up an org and issues its tokens: what `mock --credentials FILE` writes and the mock then accepts. */
import { randomInt, randomUUID } from 'node:crypto';
import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import type { Settings } from './settings.js';

export interface MockKeys {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** An RS256 key pair. Making one takes tens of milliseconds, so mocks of one process may share it. */
export async function createMockKeys(): Promise<MockKeys> {
  return generateKeyPair('RS256');
}

/**
 * The first two differ in the case of one letter behind a long common prefix: a service that folds case, cuts or ignores
 * the channel merges them.
 */
export const defaultChannels: readonly string[] = [
  'c7d5e3a1-2b4f-4e6a-8c9d-0f1e2d3c4b5a',
  'c7d5e3a1-2b4f-4e6a-8c9d-0f1e2d3c4b5A',
  'PartnerLine_02',
];

const prefix = 'Partner1';
const hourInSeconds = 3600;

/** @param now milliseconds since 1970 */
export async function issueCredentials(keys: MockKeys, channels: readonly string[], now: number): Promise<Settings> {
  const orgId = `00DQz${randomText(upperCase, 2)}${randomText(digits, 2)}${randomText(letters, 6)}`;
  const issuedAt = Math.floor(now / 1000);
  return {
    accessToken: await issueToken(keys, orgId, issuedAt, issuedAt + 24 * hourInSeconds),
    expiredAccessToken: await issueToken(keys, orgId, issuedAt - 25 * hourInSeconds, issuedAt - hourInSeconds),
    orgId,
    authorizationContext: `${prefix}_ChannelDefinition1`,
    channels,
    prefix,
  };
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
