/** The access token expires: 401 until a new one was fetched. */
import { unauthorized } from '../org.js';
import type { Scenario } from '../scenario.js';

export const tokenExpires = {
  id: 'token-expires',
  title: 'the token expires',
  summary: 'The first token that is used has expired: 401 until a request carries another one.',
  robust: 'Fetches a new token from the token endpoint once, and asks again with it.',
  expects: 'renews and asks again',
  clause: 'behaviour/recovery/token-expired',
  play: () => {
    let expired: string | undefined;
    return {
      instead: (_request, { token }) => {
        if (token === undefined) return undefined;
        expired ??= token;
        return token === expired ? { ...unauthorized, staged: { did: 'expired the token' } } : undefined;
      },
    };
  },
} as const satisfies Scenario;
