/** Clauses of Answer: of a success, and of a refusal. */
import { assumed, clausesAt, implied, owedBy, stated } from './clause.js';

const establishing = { operations: ['establish-conversation'] };

export const answerClauses = [
  ...clausesAt('answer/success', 'Answer › success', owedBy('service'), {
    status: assumed('A conforming request is answered with 200, 201 or 202.', 'success'),
    'json-object': assumed('The success answer is one JSON object.', 'success'),
  }),
  ...clausesAt('answer/success/conversation-identifier', 'Answer › success', owedBy('service', establishing), {
    required: stated('The success answer has a conversationIdentifier.'),
    string: implied('The conversationIdentifier is a string.', 'success'),
    'non-empty': implied('The conversationIdentifier has at least one character.', 'success'),
  }),
  ...clausesAt('answer/refusal', 'Answer › refusal', owedBy('service'), {
    status: assumed('A wrong request is answered with a 4xx status other than 408 and 429.', 'refusal'),
    'no-identifier': assumed('A refusal carries no conversation identifier.', 'an-identifier-in-a-refusal'),
    'no-token': assumed('A refusal does not give the token back.', 'refusal'),
    'no-stack-trace': assumed('A refusal shows no stack trace of the service.', 'refusal'),
    'no-markup': assumed('An HTML refusal does not repeat markup of the request unescaped.', 'refusal'),
  }),
];
