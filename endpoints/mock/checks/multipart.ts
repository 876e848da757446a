/** Checks of Body › multipart/form-data. */
import type { Check } from '../check.js';
import type { PartsReading } from '../reading.js';

export const multipartChecks: readonly Check<PartsReading>[] = [
  {
    clause: 'body/multipart/well-formed',
    status: 400,
    code: 10089,
    message: 'The body is not a complete form cut by the announced boundary.',
    fails: ({ multipart }) => !multipart.ok,
  },
];
