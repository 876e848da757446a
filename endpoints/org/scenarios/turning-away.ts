/** Scenarios in which the org turns a request away that comes right later: an expired token, 429, 503. */
import { jsonAnswer } from '../../mock/answer.js';
import { unauthorized } from '../org-answer.js';
import { nowAndThen, type OrgScenario, type Play } from '../scenario.js';

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
} as const satisfies OrgScenario;

/** @param retryAfterAt what Retry-After says at a time, milliseconds since 1970. */
const throttles = (retryAfterAt: (nowMs: number) => string) => (): Play => {
  const due = nowAndThen();
  return {
    instead: (_request, context) => {
      if (!due(context)) return undefined;
      const retryAfter = retryAfterAt(context.nowMs);
      const answer = jsonAnswer(429, { code: 429, message: 'Too many requests.' }, [['Retry-After', retryAfter]]);
      return { ...answer, staged: { did: 'throttled', retryAfter } };
    },
  };
};

export const throttledSeconds = {
  id: 'throttled-seconds',
  title: '429 with Retry-After in seconds',
  summary: 'Some requests are answered 429 with "Retry-After: 1".',
  robust: 'Waits at least a second, and asks again with a new RequestId.',
  expects: 'asks again',
  clause: 'behaviour/recovery/throttled',
  play: throttles(() => '1'),
} as const satisfies OrgScenario;

export const throttledDate = {
  id: 'throttled-date',
  title: '429 with Retry-After as a date',
  summary: 'Some requests are answered 429 with a Retry-After that is a date one to two seconds ahead.',
  robust: 'Reads the date, waits until then, and asks again with a new RequestId.',
  expects: 'asks again',
  clause: 'behaviour/recovery/throttled',
  // Dates on the wire have whole seconds.
  play: throttles((nowMs) => new Date(Math.ceil((nowMs + 1000) / 1000) * 1000).toUTCString()),
} as const satisfies OrgScenario;

/** Who comes again sooner meets the same trouble again, as at a service that has not had the time to recover. */
const tooSoonMs = 50;
/** So often in a row: enough to tell no back-off from one retry without a wait. */
const mostInARow = 4;

export const unavailable = {
  id: 'unavailable',
  title: '503 now and then',
  summary: 'Some requests are answered 503 without Retry-After, and again when they come back at once.',
  robust: 'Backs off for a moment, and asks again with a new RequestId.',
  expects: 'asks again',
  clause: 'behaviour/recovery/unavailable',
  play: () => {
    const due = nowAndThen();
    const turnedAway = new Map<string, { readonly atMs: number; readonly times: number }>();
    return {
      instead: (_request, context) => {
        const last = turnedAway.get(context.key);
        const isTooSoon = last !== undefined && last.times < mostInARow && context.nowMs - last.atMs < tooSoonMs;
        if (!isTooSoon && !due(context)) return undefined;
        turnedAway.set(context.key, { atMs: context.nowMs, times: (last?.times ?? 0) + 1 });
        return {
          ...jsonAnswer(503, { code: 503, message: 'Service unavailable.' }),
          staged: { did: 'was unavailable' },
        };
      },
    };
  },
} as const satisfies OrgScenario;
