/** Checks of Body › multipart/form-data and application/json as a whole, in front of all that looks into the values. */
import { type Check, checksOf } from '../check.js';
import type { PartsReading, ValuesReading } from '../reading.js';

const unreadable = { status: 400, code: 10089 } as const;

export const multipartChecks = checksOf<PartsReading>(unreadable, {
  'body/multipart/well-formed': [
    'The body is not a complete form cut by the announced boundary.',
    ({ multipart }) => !multipart.ok,
  ],
});

export const jsonBodyChecks: readonly Check<ValuesReading>[] = [
  ...checksOf<ValuesReading>(unreadable, {
    'body/json/well-formed': ['The body is not one JSON text.', ({ brokenJson }) => brokenJson === true],
  }),
  {
    clause: 'body/json/object',
    status: 400,
    code: 10100,
    message: 'The body is not a JSON object.',
    fails: ({ noObject }) => noObject === true,
  },
];
