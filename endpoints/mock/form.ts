/** The body as the service understands it: every layout brought to one set of values. */
import { textOf } from '../../wire/multipart/part-content.js';
import type { MultipartPart } from '../../wire/multipart/part-reader.js';
import { isObject } from './token-verifier.js';

/** Values of the body before they are checked; `undefined` stands for absent. */
export interface FormValues {
  readonly channelAddressIdentifier: unknown;
  readonly participants: unknown;
  /** The JSON text that could not be read, where there was one. */
  readonly brokenJson?: string;
  /** The whole body is JSON, but no object. */
  readonly noObject?: boolean;
  /** Only a body that is JSON has them. */
  readonly routingAttributes?: unknown;
}

/** Reads a JSON text; undefined when it is broken. Wrapped, because `undefined` and `null` must stay apart. */
export type JsonReader = (text: string) => { readonly value: unknown } | undefined;

/** JSON as RFC 8259 has it. */
export const readJson: JsonReader = (text) => {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
};

/** Stands in for bytes that are not in their charset, UTF-8 where none is named: no string, so no clause about a string is met. */
const undecodable = Symbol('no text');
type Text = string | typeof undecodable;

/** Of duplicated parts the first counts. */
export function readForm(parts: readonly MultipartPart[], read: JsonReader): FormValues {
  const partOf = (name: string) => parts.find((part) => part.name === name);
  const textIn = (part: MultipartPart): Text => textOf(part, parts) ?? undecodable;
  const whole = partOf('json');
  const channel = partOf('channelAddressIdentifier');
  const participants = partOf('participants');
  if (whole !== undefined && channel === undefined && participants === undefined) return readWhole(textIn(whole), read);
  return {
    channelAddressIdentifier: channel === undefined ? undefined : textIn(channel),
    ...readParticipants(participants === undefined ? undefined : textIn(participants), read),
  };
}

function readParticipants(text: Text | undefined, read: JsonReader): Omit<FormValues, 'channelAddressIdentifier'> {
  if (text === undefined) return { participants: undefined };
  const reading = typeof text === 'string' ? read(text) : undefined;
  if (reading !== undefined) return { participants: reading.value };
  return { participants: undefined, brokenJson: typeof text === 'string' ? text : '' };
}

/** The layout of one part `json` that holds the whole object. */
function readWhole(text: Text, read: JsonReader): FormValues {
  const value = typeof text === 'string' ? read(text)?.value : undefined;
  if (isObject(value)) {
    return { channelAddressIdentifier: value.channelAddressIdentifier, participants: value.participants };
  }
  return {
    channelAddressIdentifier: undefined,
    participants: undefined,
    brokenJson: typeof text === 'string' ? text : '',
  };
}

/** The layout of a body that is the object itself. */
export function readBody(bytes: Buffer, read: JsonReader): FormValues {
  const text = decode(bytes);
  const reading = typeof text === 'string' ? read(text) : undefined;
  const absent = { channelAddressIdentifier: undefined, participants: undefined };
  if (reading === undefined) return { ...absent, brokenJson: typeof text === 'string' ? text : '' };
  const { value } = reading;
  if (!isObject(value)) return { ...absent, noObject: true };
  const { channelAddressIdentifier, participants, routingAttributes } = value;
  return { channelAddressIdentifier, participants, routingAttributes };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): Text {
  try {
    return utf8.decode(bytes);
  } catch {
    return undecodable;
  }
}
