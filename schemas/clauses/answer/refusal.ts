/** Clauses of Answer › refusal. */
import type { Clause } from '../clause.js';

export const refusalClauses = [
  {
    id: 'answer/refusal/status',
    place: 'Answer › refusal',
    owes: 'service',
    sureness: 'assumed',
    reading: 'refusal',
    statement: 'A wrong request is answered with a 4xx status other than 408 and 429.',
  },
  {
    id: 'answer/refusal/no-identifier',
    place: 'Answer › refusal',
    owes: 'service',
    sureness: 'assumed',
    reading: 'an-identifier-in-a-refusal',
    statement: 'A refusal carries no conversation identifier.',
  },
  {
    id: 'answer/refusal/no-token',
    place: 'Answer › refusal',
    owes: 'service',
    sureness: 'assumed',
    reading: 'refusal',
    statement: 'A refusal does not give the token back.',
  },
  {
    id: 'answer/refusal/no-stack-trace',
    place: 'Answer › refusal',
    owes: 'service',
    sureness: 'assumed',
    reading: 'refusal',
    statement: 'A refusal shows no stack trace of the service.',
  },
  {
    id: 'answer/refusal/no-markup',
    place: 'Answer › refusal',
    owes: 'service',
    sureness: 'assumed',
    reading: 'refusal',
    statement: 'An HTML refusal does not repeat markup of the request unescaped.',
  },
] as const satisfies readonly Clause[];
