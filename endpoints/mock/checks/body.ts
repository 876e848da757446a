/** Checks of Body › multipart/form-data and application/json as a whole, in front of all that looks into the values. */
import { checksOf } from '../check.js';
import type { PartsReading, ValuesReading } from '../reading.js';

const unreadable = { status: 400, code: 10089 } as const;

export const multipartChecks = checksOf<PartsReading>(unreadable, {
  'body/multipart/well-formed': [
    'The body is not a complete form cut by the announced boundary.',
    ({ multipart }) => !multipart.ok,
  ],
});

export const jsonBodyChecks = checksOf<ValuesReading>(unreadable, {
  'body/json/well-formed': ['The body is not one JSON text.', ({ brokenJson }) => brokenJson === true],
  'body/json/object': ['The body is not a JSON object.', ({ noObject }) => noObject === true, 10100],
});
