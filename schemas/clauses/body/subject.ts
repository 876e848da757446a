/** Clauses of Body › participants.subject. */
import { type Clause, heldFor } from '../clause.js';

export const subjectClauses = heldFor(['establish-conversation'], [
  {
    id: 'body/participants/subject/required',
    place: 'Body › participants.subject',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every participant has a subject.',
  },
  {
    id: 'body/participants/subject/string',
    place: 'Body › participants.subject',
    owes: 'both',
    sureness: 'stated',
    statement: 'The subject is a string.',
  },
  {
    id: 'body/participants/subject/non-empty',
    place: 'Body › participants.subject',
    owes: 'both',
    sureness: 'implied',
    reading: 'participants',
    statement: 'The subject has at least one character.',
  },
  {
    id: 'body/participants/subject/any-text',
    place: 'Body › participants.subject',
    owes: 'service',
    sureness: 'assumed',
    reading: 'subjects',
    statement:
      'A subject in any script, with emoji, punctuation, quotes or inner blanks, or of one character, is accepted.',
  },
  {
    id: 'body/participants/subject/length-255',
    place: 'Body › participants.subject',
    owes: 'service',
    sureness: 'assumed',
    reading: 'length',
    statement: 'A subject of up to 255 characters is accepted.',
  },
  {
    id: 'body/participants/subject/beyond-255',
    place: 'Body › participants.subject',
    owes: 'service',
    sureness: 'assumed',
    reading: 'length',
    statement:
      'A longer subject is accepted whole or refused, but neither cut silently nor answered with a server error.',
  },
] as const satisfies readonly Clause[]);
