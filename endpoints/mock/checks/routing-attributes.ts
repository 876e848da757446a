/** Checks of Body › routingAttributes. */
import type { Check } from '../check.js';
import type { ValuesReading } from '../reading.js';
import { isObject } from '../token-verifier.js';

export const routingAttributesChecks: readonly Check<ValuesReading>[] = [
  {
    clause: 'body/routing-attributes/object',
    from: '65.0',
    status: 400,
    code: 10100,
    message: 'The routing attributes are not an object.',
    fails: ({ values: { routingAttributes } }) => routingAttributes !== undefined && !isObject(routingAttributes),
  },
  {
    clause: 'body/routing-attributes/string-values',
    from: '65.0',
    status: 400,
    code: 10100,
    message: 'The value of a routing attribute is not a string.',
    fails: ({ values: { routingAttributes } }) =>
      isObject(routingAttributes) && Object.values(routingAttributes).some((value) => typeof value !== 'string'),
  },
];
