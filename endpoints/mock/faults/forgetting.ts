/** Faults of Behaviour › existing conversation: forgetting, and racing. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Behaviour, Context, Outcome } from '../behaviour.js';
import type { Pair } from '../conversations.js';
import type { Fault } from '../fault.js';
import { pairNamedBy } from './remembered-pair.js';

const afterRefusal = 'behaviour/same-pair/after-refusal';
const atOnce = 'behaviour/same-pair/at-once';
const forEver = 'behaviour/same-pair/for-ever';

/** Does something to the conversations whenever a request was refused. */
const onRefusal =
  (act: (outcome: Extract<Outcome, { kind: 'refused' }>, context: Context) => void) => (): Behaviour => ({
    answers(answer, outcome, context) {
      if (outcome.kind === 'refused') act(outcome, context);
      return answer;
    },
  });

/** A fault that looks up, lets others run, and only then inserts. */
function racing<const Id extends string>(id: Id, summary: string, gap: () => Promise<unknown>) {
  return {
    id: `same-pair/${id}`,
    clause: atOnce,
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => ({
      async identifies(_next, pair, _reading, { conversations, newIdentifier }) {
        const known = conversations.find(pair);
        if (known !== undefined) return known;
        await gap();
        const identifier = newIdentifier();
        conversations.insert(pair, identifier);
        return identifier;
      },
    }),
  } as const satisfies Fault;
}

/** Keeps only so many conversations: the oldest is evicted for a new one. */
const keepsOnly = (most: number) => (): Behaviour => {
  const known = new Map<string, Pair>();
  return {
    identifies(next, pair, _reading, { conversations }) {
      known.set(JSON.stringify(pair), pair);
      const [oldest] = known;
      if (known.size > most && oldest !== undefined) {
        known.delete(oldest[0]);
        conversations.forget(oldest[1]);
      }
      return next();
    },
  };
};

export const forgettingFaults = [
  {
    id: 'same-pair/forgotten-after-its-refusal',
    clause: afterRefusal,
    summary: 'Forgets the pair that a refused request names.',
    minLevel: 'standard',
    behaviour: onRefusal(({ received }, { conversations }) => {
      const pair = pairNamedBy(received);
      if (pair !== undefined) conversations.forget(pair);
    }),
  },
  {
    id: 'same-pair/all-forgotten-after-refusal',
    clause: afterRefusal,
    summary: 'Starts anew after every refusal and forgets all conversations.',
    minLevel: 'standard',
    behaviour: onRefusal((_outcome, { conversations }) => conversations.clear()),
  },
  {
    id: 'same-pair/refusal-establishes',
    clause: afterRefusal,
    summary: 'Establishes another conversation for the pair before it finds a request wrong.',
    minLevel: 'standard',
    behaviour: onRefusal(({ received }, { conversations, newIdentifier }) => {
      const pair = pairNamedBy(received);
      if (pair !== undefined) conversations.insert(pair, newIdentifier());
    }),
  },
  racing('race-of-one-turn', 'Looks up and inserts without a lock, one turn of the loop apart.', () => nextTurn()),
  racing('race-of-2-ms', 'Looks up and inserts without a lock, 2 milliseconds apart.', () => pause(2)),
  racing('race-of-10-ms', 'Looks up and inserts without a lock, 10 milliseconds apart.', () => pause(10)),
  {
    id: 'same-pair/keeps-50',
    clause: forEver,
    summary: 'Keeps 50 conversations and evicts the oldest for a new one.',
    minLevel: 'standard',
    behaviour: keepsOnly(50),
  },
  {
    id: 'same-pair/keeps-200',
    clause: forEver,
    summary: 'Keeps 200 conversations and evicts the oldest for a new one.',
    minLevel: 'standard',
    behaviour: keepsOnly(200),
  },
  {
    id: 'same-pair/keeps-1500',
    clause: forEver,
    summary: 'Keeps 1,500 conversations and evicts the oldest for a new one.',
    minLevel: 'deep',
    behaviour: keepsOnly(1500),
  },
  {
    id: 'same-pair/expires',
    clause: forEver,
    summary: 'Lets a conversation expire 300 milliseconds after it was established.',
    minLevel: 'standard',
    behaviour: (): Behaviour => {
      const establishedAt = new Map<string, number>();
      return {
        identifies(next, pair, _reading, { conversations, now }) {
          const key = JSON.stringify(pair);
          const since = establishedAt.get(key);
          if (since === undefined || now() - since > 300) {
            conversations.forget(pair);
            establishedAt.set(key, now());
          }
          return next();
        },
      };
    },
  },
] as const satisfies readonly Fault[];
