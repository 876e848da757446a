/** The values that must never be written or printed. */
import type { Credentials } from '../../endpoints/credentials.js';

/** Of an opaque token only what stands behind the org id and its exclamation mark: the org id itself is no secret. */
export function secretsOf({ accessToken, expiredAccessToken, orgId }: Credentials): readonly string[] {
  return [accessToken, expiredAccessToken]
    .filter((token) => token !== undefined)
    .map((token) => (token.startsWith(`${orgId}!`) ? token.slice(orgId.length + 1) : token));
}
