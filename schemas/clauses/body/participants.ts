/** Clauses of Body › participants. */
import { type Clause, heldFor } from '../clause.js';

export const participantsClauses = heldFor(['establish-conversation'], [
  {
    id: 'body/participants/required',
    place: 'Body › participants',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every request carries the participants.',
  },
  {
    id: 'body/participants/json',
    place: 'Body › participants',
    owes: 'both',
    sureness: 'implied',
    statement: 'The participants are written as JSON text.',
    mediaType: 'multipart/form-data',
  },
  {
    id: 'body/participants/list',
    place: 'Body › participants',
    owes: 'both',
    sureness: 'stated',
    statement: 'The participants form a list.',
  },
  {
    id: 'body/participants/non-empty',
    place: 'Body › participants',
    owes: 'both',
    sureness: 'implied',
    statement: 'The list of participants has at least one entry.',
  },
  {
    id: 'body/participants/one-entry',
    place: 'Body › participants',
    owes: 'connector',
    sureness: 'stated',
    statement: 'The list of participants has one entry and no more.',
    from: '65.0',
  },
  {
    id: 'body/participants/entries',
    place: 'Body › participants',
    owes: 'both',
    sureness: 'implied',
    statement: 'Every entry of the list is an object.',
  },
  {
    id: 'body/participants/every-entry',
    place: 'Body › participants',
    owes: 'service',
    sureness: 'assumed',
    statement: 'One wrong entry, at whatever position, makes the whole request wrong.',
    until: '61.0',
  },
  {
    id: 'body/participants/any-spelling',
    place: 'Body › participants',
    owes: 'service',
    sureness: 'implied',
    statement: 'White space, order of members and escapes in the JSON text change nothing.',
    mediaType: 'multipart/form-data',
  },
] as const satisfies readonly Clause[]);
