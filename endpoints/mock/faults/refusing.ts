/** Builders for faults that refuse something right. */
import type { Behaviour, Context } from '../behaviour.js';
import type { AcceptedReading } from '../reading.js';
import type { Refusal } from '../refusal.js';

const needless: Refusal = { status: 400, code: 10100, message: 'The request is not understood.' };
const broken: Refusal = { status: 500, code: 500, message: 'The service failed.' };

/** Refuses a conforming request when the condition holds. */
export function refusesWhen(
  condition: (reading: AcceptedReading, context: Context) => boolean,
  refusal: Refusal = needless,
): () => Behaviour {
  return () => ({ refuses: (reading, context) => (condition(reading, context) ? refusal : undefined) });
}

/** Refuses a conforming subject when the condition holds. */
export function refusesSubject(condition: (subject: string) => boolean): () => Behaviour {
  return refusesWhen(({ pair }) => condition(pair[1]));
}

/** Breaks down over a conforming subject when the condition holds. */
export function failsOnSubject(condition: (subject: string) => boolean): () => Behaviour {
  return refusesWhen(({ pair }) => condition(pair[1]), broken);
}
