/** Hooks of faults that take something wrong for something right, and what careless services fall back on. */
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import type { Behaviour } from '../behaviour.js';
import { entriesOf } from '../checks/body.js';
import { headerOf, type ServiceRequest, withHeader } from '../service-request.js';
import type { Settings } from '../settings.js';

/** Reads a header otherwise: `value` is undefined when it is absent; what is taken for it, undefined to leave it as it is. */
export function readsHeader(
  name: string,
  reading: (value: string | undefined, settings: Settings) => string | undefined,
): Behaviour {
  return {
    receives(request, { settings }) {
      const taken = reading(headerOf(request, name), settings);
      return taken === undefined ? request : withHeader(request, name, taken);
    },
  };
}

/** Reads the participants otherwise; the reading gets whatever JSON value there is, or undefined. */
export function readsParticipants(reading: (participants: unknown) => unknown): Behaviour {
  return { rewrites: (values) => ({ ...values, participants: reading(values.participants) }) };
}

/** Reads every entry that is an object otherwise. */
export function readsEntries(reading: (entry: Record<string, unknown>) => Record<string, unknown>): Behaviour {
  return readsParticipants((participants) =>
    Array.isArray(participants)
      ? entriesOf(participants).map((entry) => (isJsonObject(entry) ? reading(entry) : entry))
      : participants,
  );
}

/** Takes a member of an entry for the right value when `takes` holds; `undefined` stands for absent. */
export function takesMember(
  member: 'subject' | 'role' | 'appType',
  right: string,
  takes: (value: unknown) => boolean,
): Behaviour {
  return readsEntries((entry) => (takes(entry[member]) ? { ...entry, [member]: right } : entry));
}

export const defaultEntry = { subject: 'anonymous', role: 'EndUser', appType: 'custom' } as const;

/** A form for the first channel, cut by the boundary. */
export function defaultForm({ channels }: Settings, boundary: string): Buffer {
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return Buffer.from(
    `${part('channelAddressIdentifier', channels[0] ?? '')}${part('participants', JSON.stringify([defaultEntry]))}--${boundary}--\r\n`,
  );
}

/** The boundary of a body that begins with two hyphens on a line; undefined when it shows none. */
export function sniffBoundary(body: Buffer): string | undefined {
  return /^--([^\r\n]+?)(?:--)?[ \t]*(?:\r\n|$)/m.exec(body.toString('latin1', 0, 4096))?.[1];
}

/** A Content-Type that fits the body; undefined when the body shows no boundary. */
export function sniffContentType({ body }: ServiceRequest): string | undefined {
  const boundary = sniffBoundary(body);
  return boundary === undefined ? undefined : `multipart/form-data; boundary="${boundary}"`;
}
