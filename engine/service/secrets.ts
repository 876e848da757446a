/** The values that must never be written or printed. */

import type { JwtBearerFlow } from '../../endpoints/token/jwt-bearer.js';
import type { Credentials } from '../../generators/credentials.js';

/** The tokens, and the private key of the flow that makes them. */
export function secretsOf(
  { accessToken, expiredAccessToken, orgId }: Credentials,
  flow?: JwtBearerFlow,
): readonly string[] {
  const tokens = [accessToken, expiredAccessToken]
    .filter((token) => token !== undefined)
    .map((token) => secretOf(token, orgId));
  return flow === undefined ? tokens : [...tokens, ...keyLines(flow.privateKey)];
}

/** An opaque token begins with its org, in 15 or 18 characters. */
const orgOfToken = /^00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?!/;

/** Of an opaque token only what stands behind the org id and its exclamation mark: the org id is a setting that all may read. */
export function secretOf(token: string, orgId = ''): string {
  if (orgId !== '' && token.startsWith(`${orgId}!`)) return token.slice(orgId.length + 1);
  return token.replace(orgOfToken, '');
}

/** The lines of a key in PEM but for its label, which is no secret. */
export function keyLines(pem: string): readonly string[] {
  return pem
    .split(/\r?\n|\\n/)
    .map((line) => line.trim())
    .filter((line) => line.length > 0 && !line.startsWith('-----'));
}
