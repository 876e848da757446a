/** 429 with Retry-After as a date. */
import { jsonGateAnswer } from '../gate-answer.js';
import { nowAndThen, type Scenario } from '../scenario.js';
import { tooMany } from './throttled-seconds.js';

export const throttledDate = {
  id: 'throttled-date',
  title: '429 with Retry-After as a date',
  summary: 'Some requests are answered 429 with a Retry-After that is a date one to two seconds ahead.',
  robust: 'Reads the date, waits until then, and asks again with a new RequestId.',
  expects: 'asks again',
  clause: 'behaviour/recovery/throttled',
  play: () => {
    const due = nowAndThen();
    return {
      instead: (_request, context) => {
        if (!due(context)) return undefined;
        // Dates on the wire have whole seconds.
        const date = new Date(Math.ceil((context.nowMs + 1000) / 1000) * 1000).toUTCString();
        return {
          ...jsonGateAnswer(429, tooMany, [['Retry-After', date]]),
          staged: { did: 'throttled', retryAfter: date },
        };
      },
    };
  },
} as const satisfies Scenario;
