/** The connection breaks before the answer. */
import { isSuccess, nowAndThen, type Scenario } from '../scenario.js';

export const resetBefore = {
  id: 'reset-before',
  title: 'the connection breaks before the answer',
  summary: 'The org takes some requests, and the connection is reset before a byte of the answer.',
  robust: 'Asks again with a new RequestId: the first call may have counted, and the identifier is the same.',
  expects: 'asks again',
  clause: 'behaviour/recovery/connection-reset',
  play: () => {
    const due = nowAndThen();
    return {
      change: (answer, _request, context) =>
        isSuccess(answer) && due(context)
          ? { ...answer, reset: 'before', staged: { did: 'reset', when: 'before' } }
          : answer,
    };
  },
} as const satisfies Scenario;
