/** The connection closes after the answer. */
import { isSuccess, nowAndThen, type Scenario } from '../scenario.js';

export const resetAfter = {
  id: 'reset-after',
  title: 'the connection closes after the answer',
  summary: 'Behind some answers the connection is closed without notice, although it was to be kept.',
  robust: 'Uses the answer, and opens a new connection for the next request.',
  expects: 'goes on',
  clause: 'behaviour/recovery/connection-closed',
  play: () => {
    const due = nowAndThen();
    return {
      change: (answer, _request, context) =>
        isSuccess(answer) && due(context)
          ? { ...answer, reset: 'after', staged: { did: 'reset', when: 'after' } }
          : answer,
    };
  },
} as const satisfies Scenario;
