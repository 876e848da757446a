/** Scenarios of time: an answer that takes long, once or at every try, and one that others overtake. */
import { firstPair, isSuccess, nowAndThen, type OrgScenario } from '../scenario.js';

const delayMs = 2_000;
/** Enough for the answers to several other calls. */
const overtakenMs = 1_000;

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
} as const satisfies OrgScenario;

export const alwaysSlow = {
  id: 'always-slow',
  title: 'slow at every try',
  summary: 'The first call is answered after two seconds, and so is every try of it that comes before that.',
  robust: 'Waits for the answer. Gives a try some seconds before it is sent again, and gives up after a few.',
  expects: 'goes on or tells',
  clause: 'behaviour/recovery/always-slow',
  play: () => {
    let dueMs: number | undefined;
    return {
      change: (answer, _request, { keyNumber, nowMs }) => {
        // The first call alone: one that waits for its answer is through with it then.
        if (keyNumber !== 1 || (dueMs !== undefined && nowMs >= dueMs)) return answer;
        dueMs = nowMs + delayMs;
        return { ...answer, delayMs, staged: { did: 'delayed', delayMs } };
      },
    };
  },
} as const satisfies OrgScenario;

export const overtaken = {
  id: 'overtaken',
  title: 'an answer that others overtake',
  summary: 'The first conversation is given back late, so that answers for other end users come before it.',
  robust:
    'Waits for the answer before the identifier is used, and keeps each identifier to the end user that it was asked for.',
  expects: 'goes on',
  clause: 'behaviour/recovery/overtaken',
  play: () => {
    const isFirst = firstPair();
    return {
      change: (answer, request, context) =>
        isFirst(request, context) && context.attempt === 1 && isSuccess(answer)
          ? { ...answer, delayMs: overtakenMs, staged: { did: 'delayed', delayMs: overtakenMs } }
          : answer,
    };
  },
} as const satisfies OrgScenario;
