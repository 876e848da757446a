/** The form as the service understands it: the two layouts of the body brought to one set of values. */
import type { MultipartPart } from '../wire/part-reader.js';
import { isObject } from './token-verifier.js';

/** Values of the form before they are checked; `undefined` stands for absent. */
export interface FormValues {
  readonly channelAddressIdentifier: unknown;
  readonly participants: unknown;
  /** The JSON text that could not be read, where there was one. */
  readonly brokenJson?: string;
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

/** Stands in for bytes that are no UTF-8: no string, so no clause about a string is met. */
const undecodable = Symbol('not UTF-8');

/** Of duplicated parts the first counts. */
export function readForm(parts: readonly MultipartPart[], read: JsonReader): FormValues {
  const partOf = (name: string) => parts.find((part) => part.name === name);
  const whole = partOf('json');
  const channel = partOf('channelAddressIdentifier');
  const participants = partOf('participants');
  if (whole !== undefined && channel === undefined && participants === undefined) return readWhole(whole.body, read);
  return {
    channelAddressIdentifier: channel === undefined ? undefined : decode(channel.body),
    ...readParticipants(participants?.body, read),
  };
}

function readParticipants(bytes: Buffer | undefined, read: JsonReader): Omit<FormValues, 'channelAddressIdentifier'> {
  if (bytes === undefined) return { participants: undefined };
  const text = decode(bytes);
  const reading = typeof text === 'string' ? read(text) : undefined;
  if (reading !== undefined) return { participants: reading.value };
  return { participants: undefined, brokenJson: typeof text === 'string' ? text : '' };
}

/** The layout of one part `json` that holds the whole object. */
function readWhole(bytes: Buffer, read: JsonReader): FormValues {
  const text = decode(bytes);
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

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string | symbol {
  try {
    return utf8.decode(bytes);
  } catch {
    return undecodable;
  }
}
