/** Scenarios of the connection: it closes before, within and after an answer. */
import { isSuccess, nowAndThen, type OrgScenario, type Play } from '../scenario.js';

/** Some successes do not reach the connector in good order. */
const breaks = (when: 'before' | 'within' | 'after') => (): Play => {
  const due = nowAndThen();
  return {
    change: (answer, _request, context) =>
      isSuccess(answer) && due(context) ? { ...answer, reset: when, staged: { did: 'reset', when } } : answer,
  };
};

export const resetBefore = {
  id: 'reset-before',
  title: 'the connection breaks before the answer',
  summary: 'The org takes some requests, and the connection is reset before a byte of the answer.',
  robust: 'Asks again with a new RequestId: the first call may have counted, and the identifier is the same.',
  expects: 'asks again',
  clause: 'behaviour/recovery/connection-reset',
  play: breaks('before'),
} as const satisfies OrgScenario;

export const resetWithin = {
  id: 'reset-within',
  title: 'the connection breaks within the answer',
  summary: 'The org takes some requests, and the connection is reset in the middle of the answer.',
  robust: 'Does not use half an answer, and asks again with a new RequestId: the identifier is the same.',
  expects: 'asks again',
  clause: 'behaviour/recovery/connection-reset',
  play: breaks('within'),
} as const satisfies OrgScenario;

export const resetAfter = {
  id: 'reset-after',
  title: 'the connection closes after the answer',
  summary: 'Behind some answers the connection is closed without notice, although it was to be kept.',
  robust: 'Uses the answer, and opens a new connection for the next request.',
  expects: 'goes on',
  clause: 'behaviour/recovery/connection-closed',
  play: breaks('after'),
} as const satisfies OrgScenario;
