/** 429 with Retry-After in seconds. */
import { jsonGateAnswer } from '../gate-answer.js';
import { nowAndThen, type Scenario } from '../scenario.js';

export const tooMany = { code: 429, message: 'Too many requests.' };

export const throttledSeconds = {
  id: 'throttled-seconds',
  title: '429 with Retry-After in seconds',
  summary: 'Some requests are answered 429 with "Retry-After: 1".',
  robust: 'Waits at least a second, and asks again with a new RequestId.',
  expects: 'asks again',
  clause: 'behaviour/recovery/throttled',
  play: () => {
    const due = nowAndThen();
    return {
      instead: (_request, context) =>
        due(context)
          ? { ...jsonGateAnswer(429, tooMany, [['Retry-After', '1']]), staged: { did: 'throttled', retryAfter: '1' } }
          : undefined,
    };
  },
} as const satisfies Scenario;
