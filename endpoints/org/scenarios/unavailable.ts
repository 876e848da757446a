/** 503 now and then, without a word on how long to wait. */
import { jsonGateAnswer } from '../gate-answer.js';
import { nowAndThen, type Scenario } from '../scenario.js';

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
          ...jsonGateAnswer(503, { code: 503, message: 'Service unavailable.' }),
          staged: { did: 'was unavailable' },
        };
      },
    };
  },
} as const satisfies Scenario;
