/** Gets the first access token of a target whose settings name the JWT bearer flow. Sends nothing to the service. */
import { requestToken } from '../endpoints/token/request-token.js';
import type { Target } from '../engine/service/run-options.js';
import { keyLines, secretOf } from '../engine/service/secrets.js';
import { insist } from '../engine/service/token-keeper.js';
import { TokenError } from './errors/token-error.js';

/** Told secrets before they are used, and what is to be said of them. */
export interface Teller {
  addSecrets(secrets: readonly string[]): void;
  note(text: string): void;
}

/**
 * The same target where a token was given.
 *
 * @throws TokenError when no token came.
 */
export async function withToken(target: Target, teller: Teller, signal?: AbortSignal): Promise<Target> {
  const { tokenFlow, credentials } = target;
  if (tokenFlow === undefined) return target;
  teller.addSecrets(keyLines(tokenFlow.privateKey));
  const { result, tries } = await insist(() => requestToken(tokenFlow, { signal }), signal);
  if (!result.ok) throw new TokenError(result.problem);
  const { value: accessToken, warnings } = result.token;
  teller.addSecrets([secretOf(accessToken, credentials.orgId)]);
  for (const warning of warnings) teller.note(`warning: ${warning}`);
  return { ...target, credentials: { ...credentials, accessToken }, tokenRequests: tries };
}
