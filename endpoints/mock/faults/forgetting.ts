/** Faults of Behaviour › existing conversation: what is kept only so long, or only so many. */
import type { Pair } from '../conversations.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

/** Keeps only so many conversations: the oldest is evicted for a new one. */
const keeps = rowsBy((most: number) => () => {
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
});

/** Lets a conversation expire so many seconds after it was established, however often it was asked for. */
const expiresAfter = rowsBy((seconds: number) => () => {
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
});

export const forgettingFaults = faultsOf('same-pair', {
  'behaviour/same-pair/for-ever': {
    ...keeps({
      'keeps-50': ['Keeps 50 conversations and evicts the oldest for a new one.', 50],
      'keeps-200': ['Keeps 200 conversations and evicts the oldest for a new one.', 200],
      'keeps-1000': ['Keeps 1,000 conversations and evicts the oldest for a new one.', 1000, 'deep'],
      'keeps-1500': ['Keeps 1,500 conversations and evicts the oldest for a new one.', 1500, 'deep'],
      'keeps-5000': ['Keeps 5,000 conversations and evicts the oldest for a new one.', 5000, 'deep'],
    }),
    ...expiresAfter({
      expires: ['Lets a conversation expire 0.3 seconds after it was established.', 0.3],
      'expires-after-2-s': ['Lets a conversation expire 2 seconds after it was established.', 2, 'deep'],
      'expires-after-60-s': ['Lets a conversation expire 60 seconds after it was established.', 60, 'deep'],
    }),
  },
});
