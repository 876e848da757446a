/** Faults of the operation as a whole: where it lives, and that it establishes conversations at all. */

import { refusesWhen, serviceFailed } from '../hooks.js';
import { faultsOf } from '../named-behaviour.js';

const quota = 30;

export const operationFaults = faultsOf('operation', {
  'operation/endpoint': {
    'lost-now-and-then': [
      'One node of seven does not know the operation.',
      refusesWhen((_reading, { requests }) => requests % 7 === 0, {
        status: 404,
        code: 404,
        message: 'There is no such resource.',
      }),
    ],
  },
  'behaviour/new-conversation': {
    'new-pairs-refused': [
      `Finds conversations, but makes no new ones after the first ${quota}.`,
      refusesWhen(
        ({ pair }, { conversations, accepted }) => accepted >= quota && conversations.find(pair) === undefined,
        { status: 404, code: 10055, message: 'There is no such conversation.' },
      ),
    ],
    'every-ninth-new-pair-fails': [
      'Breaks down over every ninth new conversation.',
      () => {
        let created = 0;
        return refusesWhen(
          ({ pair }, { conversations }) => conversations.find(pair) === undefined && ++created % 9 === 0,
          serviceFailed,
        );
      },
    ],
  },
});
