/** Scenarios in which a request is turned away that comes right later: an expired token, 429, 503, a gateway's 502 and 504. */
import { jsonAnswer } from '../../mock/answer.js';
import { type OrgAnswer, unauthorized } from '../org-answer.js';
import { firstPair, nowAndThen, type OrgScenario, type Play } from '../scenario.js';

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
      return due(context) ? throttled(retryAfterAt(context.nowMs)) : undefined;
    },
  };
};

function throttled(retryAfter: string): OrgAnswer {
  const answer = jsonAnswer(429, { code: 429, message: 'Too many requests.' }, [['Retry-After', retryAfter]]);
  return { ...answer, staged: { did: 'throttled', retryAfter } };
}

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

const throttledMs = 1_000;
/** Timers fire a little early. */
const toleranceMs = 150;

export const throttledCall = {
  id: 'throttled-call',
  title: '429 for one call, and no other',
  summary:
    'The first call for a conversation is answered 429 with "Retry-After: 1", and again when it comes back sooner.',
  robust: 'Waits with this call at least a second and asks again. Other calls may go on at once.',
  expects: 'asks again',
  clause: 'behaviour/recovery/throttled',
  play: () => {
    const isFirst = firstPair();
    let times = 0;
    let untilMs = 0;
    return {
      instead: (request, context) => {
        if (!isFirst(request, context) || times >= mostInARow) return undefined;
        if (times > 0 && context.nowMs >= untilMs - toleranceMs) {
          times = mostInARow;
          return undefined;
        }
        times += 1;
        untilMs = context.nowMs + throttledMs;
        return throttled('1');
      },
    };
  },
} as const satisfies OrgScenario;

export const badGateway = {
  id: 'bad-gateway',
  title: '502 and 504 with a page',
  summary: 'Some requests are answered 502 or 504 with a page in HTML, as a gateway in front of the org does.',
  robust: 'Looks at the status before it reads the body, and asks again after a moment with a new RequestId.',
  expects: 'asks again',
  clause: 'behaviour/recovery/bad-gateway',
  play: () => {
    const due = nowAndThen(2);
    let times = 0;
    return {
      instead: (_request, context) => {
        if (!due(context)) return undefined;
        times += 1;
        return gatewayPage(times % 2 === 1 ? 502 : 504);
      },
    };
  },
} as const satisfies OrgScenario;

function gatewayPage(status: 502 | 504): OrgAnswer {
  const title = `${status} ${status === 502 ? 'Bad Gateway' : 'Gateway Time-out'}`;
  return {
    status,
    fields: [['Content-Type', 'text/html']],
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`,
    staged: { did: 'answered as a gateway', status },
  };
}

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
