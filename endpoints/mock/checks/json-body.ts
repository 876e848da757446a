/** Checks of Body › application/json: the text, the number of participants, the routing attributes. */
import type { Check } from '../check.js';
import type { ValuesReading } from '../reading.js';
import { isObject } from '../token-verifier.js';
import { entriesOf } from './participants.js';

/** In front of all that looks into the object. */
export const jsonBodyChecks: readonly Check<ValuesReading>[] = [
  {
    clause: 'body/json/well-formed',
    status: 400,
    code: 10089,
    message: 'The body is not one JSON text.',
    fails: ({ values }) => values.brokenJson !== undefined,
  },
  {
    clause: 'body/json/object',
    status: 400,
    code: 10100,
    message: 'The body is not a JSON object.',
    fails: ({ values }) => values.noObject === true,
  },
];

/** Behind the checks of the participants. */
export const jsonValuesChecks: readonly Check<ValuesReading>[] = [
  {
    clause: 'body/participants/one-entry',
    status: 400,
    code: 10044,
    message: 'There is more than one participant.',
    fails: ({ values }) => entriesOf(values.participants).length > 1,
  },
  {
    clause: 'body/routing-attributes/object',
    status: 400,
    code: 10100,
    message: 'The routing attributes are not an object.',
    fails: ({ values: { routingAttributes } }) => routingAttributes !== undefined && !isObject(routingAttributes),
  },
  {
    clause: 'body/routing-attributes/string-values',
    status: 400,
    code: 10100,
    message: 'The value of a routing attribute is not a string.',
    fails: ({ values: { routingAttributes } }) =>
      isObject(routingAttributes) && Object.values(routingAttributes).some((value) => typeof value !== 'string'),
  },
];
