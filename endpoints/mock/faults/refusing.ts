/** Hooks of faults that refuse something right. */
import type { Behaviour, Context } from '../behaviour.js';
import type { AcceptedReading } from '../reading.js';
import type { Refusal } from '../refusal.js';
import { headerOf } from '../service-request.js';

const needless: Refusal = { status: 400, code: 10100, message: 'The request is not understood.' };
export const serviceFailed: Refusal = { status: 500, code: 500, message: 'The service failed.' };

/** Refuses a conforming request when the condition holds. */
export function refusesWhen(
  condition: (reading: AcceptedReading, context: Context) => boolean,
  refusal: Refusal = needless,
): Behaviour {
  return { refuses: (reading, context) => (condition(reading, context) ? refusal : undefined) };
}

/** Refuses a conforming request when the condition holds for a header as it came; an absent one is the empty text. */
export function refusesHeader(name: string, condition: (value: string) => boolean): Behaviour {
  return refusesWhen(({ received }) => condition(headerOf(received, name) ?? ''));
}
