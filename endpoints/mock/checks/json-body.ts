/** Checks of Body › application/json. */
import type { Check } from '../check.js';
import type { ValuesReading } from '../reading.js';

/** In front of all that looks into the object. */
export const jsonBodyChecks: readonly Check<ValuesReading>[] = [
  {
    clause: 'body/json/well-formed',
    status: 400,
    code: 10089,
    message: 'The body is not one JSON text.',
    fails: ({ brokenJson }) => brokenJson === true,
  },
  {
    clause: 'body/json/object',
    status: 400,
    code: 10100,
    message: 'The body is not a JSON object.',
    fails: ({ noObject }) => noObject === true,
  },
];
