/** Checks of Body › routingAttributes. */
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import { checksOf } from '../check.js';
import type { ValuesReading } from '../reading.js';

const refusal = { status: 400, code: 10100, from: '65.0' } as const;

export const routingAttributesChecks = checksOf<ValuesReading>(refusal, {
  'body/routing-attributes/object': [
    'The routing attributes are not an object.',
    ({ values: { routingAttributes } }) => routingAttributes !== undefined && !isJsonObject(routingAttributes),
  ],
  'body/routing-attributes/string-values': [
    'The value of a routing attribute is not a string.',
    ({ values: { routingAttributes } }) =>
      isJsonObject(routingAttributes) && Object.values(routingAttributes).some((value) => typeof value !== 'string'),
  ],
});
