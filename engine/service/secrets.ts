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

/** Of an opaque token only what stands behind the org id and its exclamation mark: the org id itself is no secret. */
export function secretOf(token: string, orgId: string): string {
  return token.startsWith(`${orgId}!`) ? token.slice(orgId.length + 1) : token;
}

/** The lines of a key in PEM but for its label, which is no secret. */
export function keyLines(pem: string): readonly string[] {
  return pem
    .split(/\r?\n|\\n/)
    .map((line) => line.trim())
    .filter((line) => line.length > 0 && !line.startsWith('-----'));
}
