/** Clauses of how a connector copes with a day in the field. No sentence of the specification says so: all are assumed. */
import { assumed, clausesAt } from '../clause.js';

export const recoveryClauses = [
  ...clausesAt(
    'behaviour/recovery',
    { place: 'Behaviour › connector in the field', owes: 'connector' },
    {
      'token-expired': assumed(
        'After a 401 the connector fetches a new access token and asks again with it.',
        'a-day-in-the-field',
      ),
      throttled: assumed('What was answered 429 is asked for again.', 'a-day-in-the-field'),
      unavailable: assumed('What was answered 503 is asked for again.', 'a-day-in-the-field'),
      'connection-reset': assumed(
        'When the connection breaks before an answer has come whole, the connector asks again.',
        'a-day-in-the-field',
      ),
      'connection-closed': assumed(
        'A connection that was closed behind an answer does no harm to the next request.',
        'a-day-in-the-field',
      ),
      'slow-answer': assumed(
        'An answer that takes two seconds is waited for, or asked for again.',
        'a-day-in-the-field',
      ),
      'unknown-members': assumed(
        'Members of an answer that the connector does not know are passed over.',
        'a-day-in-the-field',
      ),
      'identifier-format': assumed(
        'The conversation identifier is taken as an opaque text, whatever its format.',
        'a-day-in-the-field',
      ),
      'success-status': assumed('The connector takes 200 for a success as well as 202.', 'a-day-in-the-field'),
    },
  ),
  ...clausesAt(
    'behaviour/driven',
    { place: 'Behaviour › connector in the field', owes: 'connector' },
    {
      'subject-unchanged': assumed(
        'The subject that the connector was asked to establish arrives unchanged, code point for code point.',
        'driven-connectors',
      ),
      'channel-unchanged': assumed(
        'The channel address identifier that the connector was asked to use arrives unchanged.',
        'driven-connectors',
      ),
    },
  ),
];
