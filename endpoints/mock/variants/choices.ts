/** Variants that decide otherwise where the specification leaves the choice. */
import type { Behaviour } from '../behaviour.js';
import { entriesOf } from '../checks/participants.js';
import type { AcceptedReading } from '../reading.js';
import { headerOf } from '../service-request.js';
import type { Variant } from '../variant.js';

/** Refuses, where it may, when the condition holds. */
const mayRefuse = (condition: (reading: AcceptedReading) => boolean) => (): Behaviour => ({
  refuses: (reading) =>
    condition(reading) ? { status: 422, code: 10053, message: 'The service does not take such requests.' } : undefined,
});

export const choicesVariants = [
  {
    id: 'choices/creates-channels',
    summary: 'Creates a channel that it does not know.',
    behaviour: (): Behaviour => ({ createsChannels: true }),
  },
  {
    id: 'choices/one-participant',
    summary: 'Refuses more than one participant.',
    behaviour: mayRefuse(({ values }) => entriesOf(values.participants).length > 1),
  },
  {
    id: 'choices/no-duplicated-parts',
    summary: 'Refuses a form with two parts of one name.',
    behaviour: mayRefuse(({ parts }) => new Set(parts.map(({ name }) => name)).size !== parts.length),
  },
  {
    id: 'choices/no-odd-subjects',
    summary:
      'Refuses subjects with control characters, unassigned or private-use code points, and those of blanks only.',
    behaviour: mayRefuse(({ pair: [, subject] }) => /[\p{Cc}\p{Cn}\p{Co}]/u.test(subject) || subject.trim() === ''),
  },
  {
    id: 'choices/no-long-subjects',
    summary: 'Refuses subjects of more than 255 characters.',
    behaviour: mayRefuse(({ pair: [, subject] }) => subject.length > 255),
  },
  {
    id: 'choices/no-repeated-request-ids',
    summary: 'Refuses a RequestId that an accepted request carried before.',
    behaviour: (): Behaviour => {
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
  },
] as const satisfies readonly Variant[];
