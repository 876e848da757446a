/** Clauses of Answer › refusal. */
import { assumed, clausesAt } from '../clause.js';

export const refusalClauses = clausesAt(
  'answer/refusal',
  { place: 'Answer › refusal', owes: 'service' },
  {
    status: assumed('A wrong request is answered with a 4xx status other than 408 and 429.', 'refusal'),
    'no-identifier': assumed('A refusal carries no conversation identifier.', 'an-identifier-in-a-refusal'),
    'no-token': assumed('A refusal does not give the token back.', 'refusal'),
    'no-stack-trace': assumed('A refusal shows no stack trace of the service.', 'refusal'),
    'no-markup': assumed('An HTML refusal does not repeat markup of the request unescaped.', 'refusal'),
  },
);
