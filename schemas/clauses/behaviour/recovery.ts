/** Clauses of how a connector copes with a day in the field. No sentence of the specification says so: all are assumed. */
import type { Clause } from '../clause.js';

export const recoveryClauses = [
  {
    id: 'behaviour/recovery/token-expired',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'After a 401 the connector fetches a new access token and asks again with it.',
  },
  {
    id: 'behaviour/recovery/throttled',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'What was answered 429 is asked for again.',
  },
  {
    id: 'behaviour/recovery/unavailable',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'What was answered 503 is asked for again.',
  },
  {
    id: 'behaviour/recovery/connection-reset',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'When the connection breaks before an answer has come whole, the connector asks again.',
  },
  {
    id: 'behaviour/recovery/connection-closed',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'A connection that was closed behind an answer does no harm to the next request.',
  },
  {
    id: 'behaviour/recovery/slow-answer',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'An answer that takes two seconds is waited for, or asked for again.',
  },
  {
    id: 'behaviour/recovery/unknown-members',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'Members of an answer that the connector does not know are passed over.',
  },
  {
    id: 'behaviour/recovery/identifier-format',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'The conversation identifier is taken as an opaque text, whatever its format.',
  },
  {
    id: 'behaviour/recovery/success-status',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'The connector takes 200 for a success as well as 202.',
  },
  {
    id: 'behaviour/driven/subject-unchanged',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'The subject that the connector was asked to establish arrives unchanged, code point for code point.',
  },
  {
    id: 'behaviour/driven/channel-unchanged',
    place: 'Behaviour › connector in the field',
    owes: 'connector',
    sureness: 'assumed',
    statement: 'The channel address identifier that the connector was asked to use arrives unchanged.',
  },
] as const satisfies readonly Clause[];
