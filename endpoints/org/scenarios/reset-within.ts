/** The connection breaks within the answer. */
import { isSuccess, nowAndThen, type Scenario } from '../scenario.js';

export const resetWithin = {
  id: 'reset-within',
  title: 'the connection breaks within the answer',
  summary: 'The org takes some requests, and the connection is reset in the middle of the answer.',
  robust: 'Does not use half an answer, and asks again with a new RequestId: the identifier is the same.',
  expects: 'asks again',
  clause: 'behaviour/recovery/connection-reset',
  play: () => {
    const due = nowAndThen();
    return {
      change: (answer, _request, context) =>
        isSuccess(answer) && due(context)
          ? { ...answer, reset: 'within', staged: { did: 'reset', when: 'within' } }
          : answer,
    };
  },
} as const satisfies Scenario;
