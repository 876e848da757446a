/** Variants that decide otherwise where the specification leaves the choice. */
import { mends } from '../broken-forms.js';
import { entriesOf } from '../checks/body.js';
import { rowsBy, variantsOf } from '../named-behaviour.js';
import type { AcceptedReading } from '../reading.js';
import { headerOf } from '../service-request.js';

/** Refuses, where it may, when the condition holds. */
const mayRefuse = rowsBy((condition: (reading: AcceptedReading) => boolean) => ({
  refuses: (reading) =>
    condition(reading) ? { status: 422, code: 10053, message: 'The service does not take such requests.' } : undefined,
}));

export const choicesVariants = variantsOf('choices', {
  'creates-channels': ['Creates a channel that it does not know.', { createsChannels: true }],
  ...mayRefuse({
    'one-participant': [
      'Refuses more than one participant.',
      ({ values }) => entriesOf(values.participants).length > 1,
    ],
    'no-duplicated-parts': [
      'Refuses a form with two parts of one name.',
      ({ parts }) => new Set(parts.map(({ name }) => name)).size !== parts.length,
    ],
    'no-odd-subjects': [
      'Refuses subjects with control characters, unassigned or private-use code points, and those of blanks only.',
      ({ pair: [, subject] }) => /[\p{Cc}\p{Cn}\p{Co}]/u.test(subject) || subject.trim() === '',
    ],
    'no-long-subjects': [
      'Refuses subjects of more than 255 characters.',
      ({ pair: [, subject] }) => Array.from(subject).length > 255,
    ],
  }),
  'takes-unended-forms': [
    'Takes the end of the body for the closing boundary of a form.',
    mends('no-closing-delimiter', (request, boundary) => ({
      ...request,
      body: Buffer.concat([request.body, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    })),
  ],
  'no-repeated-request-ids': [
    'Refuses a RequestId that an accepted request carried before.',
    () => {
      const seen = new Set<string>();
      return {
        refuses({ received }) {
          const requestId = String(headerOf(received, 'requestid')).toLowerCase();
          if (seen.has(requestId)) return { status: 409, code: 10016, message: 'The RequestId is not unique.' };
          seen.add(requestId);
          return undefined;
        },
      };
    },
  ],
});
