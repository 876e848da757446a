/** Builders for faults that take something wrong for something right. */
import type { Behaviour, Context } from '../behaviour.js';
import { entriesOf } from '../checks/participants.js';
import { headerOf, withHeader } from '../service-request.js';
import type { Settings } from '../settings.js';
import { isObject } from '../token-verifier.js';

/** What a wrong header value is taken for; undefined leaves it as it is. */
export type HeaderReading = (value: string | undefined, settings: Settings) => string | undefined;

/** Reads a header otherwise: `value` is undefined when the header is absent. */
export function readsHeader(name: string, reading: HeaderReading): () => Behaviour {
  return () => ({
    receives(request, { settings }) {
      const taken = reading(headerOf(request, name), settings);
      return taken === undefined ? request : withHeader(request, name, taken);
    },
  });
}

/** Reads the participants otherwise; the reading gets whatever JSON value there is, or undefined. */
export function readsParticipants(reading: (participants: unknown, context: Context) => unknown): () => Behaviour {
  return () => ({
    rewrites: (values, context) => ({ ...values, participants: reading(values.participants, context) }),
  });
}

/** Reads every entry that is an object otherwise. */
export function readsEntries(reading: (entry: Record<string, unknown>) => Record<string, unknown>): () => Behaviour {
  return readsParticipants((participants) =>
    Array.isArray(participants)
      ? entriesOf(participants).map((entry) => (isObject(entry) ? reading(entry) : entry))
      : participants,
  );
}

/** Takes a member of an entry for the right value when `takes` holds; `undefined` stands for absent. */
export function takesMember(
  member: 'subject' | 'role' | 'appType',
  right: string,
  takes: (value: unknown) => boolean,
): () => Behaviour {
  return readsEntries((entry) => (takes(entry[member]) ? { ...entry, [member]: right } : entry));
}
