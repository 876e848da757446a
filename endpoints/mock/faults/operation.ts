/** Faults of the operation as a whole: where it lives, and that it establishes conversations at all. */
import type { Fault } from '../fault.js';
import { refusesWhen } from './refusing.js';

const notFound = { status: 404, code: 404, message: 'There is no such resource.' } as const;
const quota = 30;

export const operationFaults = [
  {
    id: 'operation/lost-now-and-then',
    clause: 'operation/endpoint',
    summary: 'One node of seven does not know the operation.',
    minLevel: 'standard',
    behaviour: refusesWhen((_reading, { requests }) => requests % 7 === 0, notFound),
  },
  {
    id: 'operation/new-pairs-refused',
    clause: 'behaviour/new-conversation',
    summary: `Finds conversations, but makes no new ones after the first ${quota}.`,
    minLevel: 'standard',
    behaviour: refusesWhen(
      ({ pair }, { conversations, accepted }) => accepted >= quota && conversations.find(pair) === undefined,
      { status: 404, code: 10055, message: 'There is no such conversation.' },
    ),
  },
  {
    id: 'operation/every-ninth-new-pair-fails',
    clause: 'behaviour/new-conversation',
    summary: 'Breaks down over every ninth new conversation.',
    minLevel: 'standard',
    behaviour: () => {
      let created = 0;
      return refusesWhen(
        ({ pair }, { conversations }) => conversations.find(pair) === undefined && ++created % 9 === 0,
        { status: 500, code: 500, message: 'The service failed.' },
      )();
    },
  },
] as const satisfies readonly Fault[];
