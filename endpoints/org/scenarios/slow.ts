/** Slow answers. */
import { nowAndThen, type Scenario } from '../scenario.js';

const delayMs = 2_000;

export const slow = {
  id: 'slow',
  title: 'slow answers',
  summary: 'Some answers come after two seconds.',
  robust: 'Waits for the answer; when it gives up waiting, it asks again with a new RequestId.',
  expects: 'goes on',
  clause: 'behaviour/recovery/slow-answer',
  play: () => {
    const due = nowAndThen(3);
    return {
      change: (answer, _request, context) =>
        due(context) ? { ...answer, delayMs, staged: { did: 'delayed', delayMs } } : answer,
    };
  },
} as const satisfies Scenario;
