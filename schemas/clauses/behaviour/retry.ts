/** Clauses of Behaviour › retry: how a connector tries again. That it does at all is among the clauses of recovery. */
import type { Clause } from '../clause.js';

export const retryClauses = [
  {
    id: 'behaviour/retry/waits-as-told',
    place: 'Behaviour › retry',
    owes: 'connector',
    sureness: 'assumed',
    reading: 'retries',
    statement: 'After a 429 or 503 with Retry-After, the same call does not come again before that time is over.',
  },
  {
    id: 'behaviour/retry/backs-off',
    place: 'Behaviour › retry',
    owes: 'connector',
    sureness: 'assumed',
    reading: 'retries',
    statement: 'After 429 or 503 without Retry-After, the same call does not come again at once time after time.',
  },
  {
    id: 'behaviour/retry/ends',
    place: 'Behaviour › retry',
    owes: 'connector',
    sureness: 'assumed',
    reading: 'retries',
    statement: 'Retries of one call end after a bounded number.',
  },
  {
    id: 'behaviour/retry/not-after-refusal',
    place: 'Behaviour › retry',
    owes: 'connector',
    sureness: 'assumed',
    reading: 'retries',
    statement: 'What was refused with a 4xx other than 401, 408, 425 and 429 is not sent again unchanged.',
  },
] as const satisfies readonly Clause[];
