/** Faults of Behaviour › existing conversation: forgetting; the races go with it. */
import type { Behaviour, Context, Outcome } from '../behaviour.js';
import type { Pair } from '../conversations.js';
import type { Fault } from '../fault.js';
import { raceFaults } from './races.js';
import { pairNamedBy } from './remembered-pair.js';

const afterRefusal = 'behaviour/same-pair/after-refusal';
const forEver = 'behaviour/same-pair/for-ever';

/** Does something to the conversations whenever a request was refused. */
const onRefusal =
  (act: (outcome: Extract<Outcome, { kind: 'refused' }>, context: Context) => void) => (): Behaviour => ({
    answers(answer, outcome, context) {
      if (outcome.kind === 'refused') act(outcome, context);
      return answer;
    },
  });

/** A fault that keeps only so many conversations: the oldest is evicted for a new one. */
function keeping<const Most extends number, const Level extends Fault['minLevel']>(most: Most, minLevel: Level) {
  return {
    id: `same-pair/keeps-${most}`,
    clause: forEver,
    summary: `Keeps ${most.toLocaleString('en')} conversations and evicts the oldest for a new one.`,
    minLevel,
    behaviour: (): Behaviour => {
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
    },
  } as const satisfies Fault;
}

/** A fault that lets a conversation expire so long after it was established, however often it was asked for. */
function expiring<const Id extends string, const Level extends Fault['minLevel']>(
  id: Id,
  minLevel: Level,
  seconds: number,
) {
  return {
    id: `same-pair/${id}`,
    clause: forEver,
    summary: `Lets a conversation expire ${seconds} seconds after it was established.`,
    minLevel,
    behaviour: (): Behaviour => {
      const establishedAt = new Map<string, number>();
      return {
        identifies(next, pair, _reading, { conversations, now }) {
          const key = JSON.stringify(pair);
          const since = establishedAt.get(key);
          if (since === undefined || now() - since > seconds * 1000) {
            conversations.forget(pair);
            establishedAt.set(key, now());
          }
          return next();
        },
      };
    },
  } as const satisfies Fault;
}

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
  ...raceFaults,
  keeping(50, 'standard'),
  keeping(200, 'standard'),
  keeping(1000, 'deep'),
  keeping(1500, 'deep'),
  keeping(5000, 'deep'),
  expiring('expires', 'standard', 0.3),
  expiring('expires-after-2-s', 'deep', 2),
  expiring('expires-after-60-s', 'deep', 60),
] as const satisfies readonly Fault[];
