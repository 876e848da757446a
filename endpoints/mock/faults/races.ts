/** Faults of Behaviour › existing conversation: calls that run at the same time get into each other's way. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { type Answer, jsonAnswer } from '../answer.js';
import type { Behaviour } from '../behaviour.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import type { AcceptedReading } from '../reading.js';

/** Turns of the loop in which a call that has been sent opens its connection and is read. */
const turnsOfArrival = 12;

/** Lets others run for a time in ms: timers go first where the process had to wait for a core, so calls sent meanwhile are let in. */
async function letOthersRun(ms: number): Promise<void> {
  await pause(ms);
  for (let turn = 0; turn < turnsOfArrival; turn += 1) await nextTurn();
}

/** Looks up, lets others run, and only then inserts. */
const races = rowsBy((gap: () => Promise<unknown>) => ({
  async identifies(_next, pair, _reading, { conversations, newIdentifier }) {
    const known = conversations.find(pair);
    if (known !== undefined) return known;
    await gap();
    const identifier = newIdentifier();
    conversations.insert(pair, identifier);
    return identifier;
  },
}));

/** All who wait for the same pair get the identifier of the first; each writes one of its own, and the last stays. */
function losesUpdates(): Behaviour {
  const underWay = new Map<string, string>();
  return {
    async identifies(_next, pair, _reading, { conversations, newIdentifier }) {
      const known = conversations.find(pair);
      if (known !== undefined) return known;
      const key = JSON.stringify(pair);
      const own = newIdentifier();
      const told = underWay.get(key) ?? own;
      underWay.set(key, told);
      await letOthersRun(2);
      underWay.delete(key);
      conversations.insert(pair, own);
      return told;
    },
  };
}

/** Takes a known conversation out, lets others run, and puts it back. */
const movesConversations = (): Behaviour => ({
  async identifies(next, pair, _reading, { conversations }) {
    const known = conversations.find(pair);
    if (known === undefined) return next();
    conversations.forget(pair);
    await nextTurn();
    conversations.insert(pair, known);
    return known;
  },
});

/** Answers that are ready in the same two milliseconds go to the next caller in line. */
function crossesAnswers(): Behaviour {
  const waiting: { readonly identifier: string; readonly answer: (other: string) => void }[] = [];
  const release = (): void => {
    const ready = waiting.splice(0);
    for (const [index, { answer }] of ready.entries()) answer(ready[(index + 1) % ready.length]?.identifier ?? '');
  };
  return {
    async identifies(next) {
      const identifier = await next();
      return new Promise((answer) => {
        waiting.push({ identifier, answer });
        if (waiting.length === 1) setTimeout(release, 2);
      });
    },
  };
}

/** The first call for a new pair wins; those that come before it is done wait for it, and then get another answer. */
const failsLosers = rowsBy((answer: (usual: Answer) => Answer) => () => {
  const underWay = new Map<string, Promise<unknown>>();
  const losers = new WeakSet<AcceptedReading>();
  return {
    async identifies(next, pair, reading, { conversations }) {
      const key = JSON.stringify(pair);
      const winner = underWay.get(key);
      if (winner !== undefined && conversations.find(pair) === undefined) {
        losers.add(reading);
        await winner;
        return next();
      }
      const insertion = letOthersRun(2).then(next);
      underWay.set(key, insertion);
      return insertion.finally(() => underWay.delete(key));
    },
    answers: (usual, outcome) => (outcome.kind === 'accepted' && losers.has(outcome.reading) ? answer(usual) : usual),
  };
});

export const raceFaults = faultsOf('same-pair', {
  'behaviour/same-pair/at-once': {
    ...failsLosers({
      'losers-409': [
        'Answers 409 to calls for a new pair that come while another one establishes it.',
        () => jsonAnswer(409, { code: 10016, message: 'The conversation is being established.' }),
      ],
      'losers-500': [
        'Breaks down over calls for a new pair that come while another one establishes it.',
        () => jsonAnswer(500, { message: 'duplicate key value violates unique constraint' }),
      ],
      'losers-reset': [
        'Cuts the connection of calls for a new pair that come while another one establishes it.',
        (usual) => ({ ...usual, abort: 'before' }),
      ],
      'losers-empty': [
        'Answers 200 and nothing to calls for a new pair that come while another one establishes it.',
        (usual) => ({ ...usual, status: 200, body: '' }),
      ],
    }),
    ...races({
      'race-of-one-turn': ['Looks up and inserts without a lock, one turn of the loop apart.', () => nextTurn()],
      'race-of-2-ms': ['Looks up and inserts without a lock, 2 milliseconds apart.', () => letOthersRun(2)],
      'race-of-10-ms': ['Looks up and inserts without a lock, 10 milliseconds apart.', () => letOthersRun(10)],
      'race-of-100-ms': ['Looks up and inserts without a lock, 100 milliseconds apart.', () => letOthersRun(100)],
    }),
    'lost-update': ['Gives calls at once the identifier of the first, but keeps that of the last.', losesUpdates],
    'moved-while-read': [
      'Takes a known conversation out for one turn of the loop to note that it was used.',
      movesConversations,
    ],
    'crossed-answers': ["Gives calls that run at the same time each other's identifiers.", crossesAnswers],
  },
});
