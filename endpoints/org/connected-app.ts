/** The connected app of the gate's org: what a connector needs for the JWT bearer flow, and the check of its assertion. */
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { importSPKI, jwtVerify, SignJWT } from 'jose';
import type { MockKeys } from '../mock/mock.js';

export interface ConnectedApp {
  readonly consumerKey: string;
  /** PKCS#8 in PEM form. */
  readonly privateKey: string;
  readonly subject: string;
  readonly audience: string;
}

export type AssertionReading =
  | { readonly ok: true }
  /** As RFC 6749 and the vendor name it, with words for people. */
  | { readonly ok: false; readonly error: string; readonly description: string };

/** @param audience what `aud` of an assertion must be. */
export function createConnectedApp(audience: string): ConnectedApp {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    consumerKey: `3MVG9gate${randomUUID().replaceAll('-', '')}`,
    privateKey,
    subject: 'integration@partner.invalid',
    audience,
  };
}

/** What stands in the PEM, without its first and last line, which every key has: what a redactor must know. */
export function secretOfKey(pem: string): string {
  return pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
}

export class AssertionVerifier {
  readonly #app: ConnectedApp;
  readonly #key: ReturnType<typeof importSPKI>;

  constructor(app: ConnectedApp) {
    this.#app = app;
    const spki = createPublicKey(app.privateKey).export({ type: 'spki', format: 'pem' }).toString();
    this.#key = importSPKI(spki, 'RS256');
  }

  /** RFC 7523, section 3: signature, issuer, subject, audience and expiry. */
  async verify(assertion: string): Promise<AssertionReading> {
    const refused = (error: string, description: string): AssertionReading => ({ ok: false, error, description });
    try {
      const { payload } = await jwtVerify(assertion, await this.#key, { algorithms: ['RS256'], clockTolerance: 60 });
      const { iss, sub, aud, exp } = payload;
      if (iss !== this.#app.consumerKey) return refused('invalid_client_id', 'client identifier invalid');
      if (sub !== this.#app.subject) return refused('invalid_grant', "user hasn't approved this consumer");
      if (!(Array.isArray(aud) ? aud : [aud]).includes(this.#app.audience)) {
        return refused('invalid_grant', 'audience is invalid');
      }
      return exp === undefined ? refused('invalid_grant', 'the assertion has no expiry') : { ok: true };
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
      return code === 'ERR_JWT_EXPIRED'
        ? refused('invalid_grant', 'expired authorization code')
        : refused('invalid_grant', 'invalid assertion');
    }
  }
}

/** An access token that the mock's core takes: signed with its key, for its org. */
export async function issueAccessToken(keys: MockKeys, orgId: string, lifetimeMs: number): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ scope: 'interaction_api', org_id: orgId })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer('https://mock.invalid')
    .setSubject('integration@partner.invalid')
    .setAudience('https://mock.invalid/api')
    .setIssuedAt(now)
    .setExpirationTime(now + Math.ceil(lifetimeMs / 1000))
    .setJti(randomUUID())
    .sign(keys.privateKey);
}
