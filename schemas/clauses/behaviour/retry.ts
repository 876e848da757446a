/** Clauses of Behaviour › retry: how a connector tries again. That it does at all is among the clauses of recovery. */
import { assumed, clausesAt } from '../clause.js';

export const retryClauses = clausesAt(
  'behaviour/retry',
  { place: 'Behaviour › retry', owes: 'connector' },
  {
    'waits-as-told': assumed(
      'After a 429 or 503 with Retry-After, the same call does not come again before that time is over.',
      'retries',
    ),
    'backs-off': assumed(
      'After 429 or 503 without Retry-After, the same call does not come again at once time after time.',
      'retries',
    ),
    ends: assumed('Retries of one call end after a bounded number.', 'retries'),
    'not-after-refusal': assumed(
      'What was refused with a 4xx other than 401, 408, 425 and 429 is not sent again unchanged.',
      'retries',
    ),
  },
);
