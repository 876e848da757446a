/** 503 now and then, without a word on how long to wait. */
import { jsonGateAnswer } from '../gate-answer.js';
import { nowAndThen, type Scenario } from '../scenario.js';

export const unavailable = {
  id: 'unavailable',
  title: '503 now and then',
  summary: 'Some requests are answered 503 without Retry-After.',
  robust: 'Backs off for a moment, and asks again with a new RequestId.',
  expects: 'asks again',
  clause: 'behaviour/recovery/unavailable',
  play: () => {
    const due = nowAndThen();
    return {
      instead: (_request, context) =>
        due(context)
          ? { ...jsonGateAnswer(503, { code: 503, message: 'Service unavailable.' }), staged: '503' }
          : undefined,
    };
  },
} as const satisfies Scenario;
