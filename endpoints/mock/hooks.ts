/** Hooks that several faults and variants are made of, and the conditions that their rows name. */
import { isJsonObject } from '../../schemas/validation/parse-json.js';
import type { Answer, Refusal } from './answer.js';
import type { Behaviour, Context, Outcome } from './behaviour.js';
import { entriesOf } from './checks/body.js';
import type { AcceptedReading } from './reading.js';
import { headerOf, type ServiceRequest, withHeader } from './service-request.js';
import type { Settings } from './settings.js';

/** The value of what is absent is undefined. */
export const is =
  (wanted: unknown) =>
  (value: unknown): boolean =>
    value === wanted;

/** An absent text is taken for the empty one. */
export const fits =
  (pattern: RegExp) =>
  (text = ''): boolean =>
    pattern.test(text);

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

type Accepted = Extract<Outcome, { kind: 'accepted' }>;
export type Refused = Extract<Outcome, { kind: 'refused' }>;

export function changesSuccess(change: (answer: Answer, accepted: Accepted) => Answer): Behaviour {
  return { answers: (answer, outcome) => (outcome.kind === 'accepted' ? change(answer, outcome) : answer) };
}

export function changesRefusal(change: (answer: Answer, refused: Refused, context: Context) => Answer): Behaviour {
  return {
    answers: (answer, outcome, context) => (outcome.kind === 'refused' ? change(answer, outcome, context) : answer),
  };
}

export function changesAnswer(change: (answer: Answer, context: Context) => Answer): Behaviour {
  return { answers: (answer, _outcome, context) => change(answer, context) };
}
