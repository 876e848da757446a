/** Gets the first access token of a target whose settings name the JWT bearer flow. Sends nothing to the service. */
import { setTimeout } from 'node:timers/promises';
import { requestToken } from '../endpoints/token/request-token.js';
import type { Target } from '../engine/service/run-options.js';
import { keyLines, secretOf } from '../engine/service/secrets.js';
import { TokenError } from './errors/token-error.js';

const mostTries = 3;
const firstPauseMs = 1_000;

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
  for (let tries = 1; ; tries += 1) {
    const result = await requestToken(tokenFlow, signal === undefined ? {} : { signal });
    if (result.ok) {
      const { value: accessToken, warnings } = result.token;
      teller.addSecrets([secretOf(accessToken, credentials.orgId)]);
      for (const warning of warnings) teller.note(`warning: ${warning}`);
      return { ...target, credentials: { ...credentials, accessToken }, tokenRequests: tries };
    }
    if (!result.problem.passing || tries >= mostTries || signal?.aborted === true) throw new TokenError(result.problem);
    await setTimeout(firstPauseMs * 2 ** (tries - 1), undefined, { signal }).catch(() => {});
  }
}
