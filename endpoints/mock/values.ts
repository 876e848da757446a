/** The values of a body as the service understands them: every layout brought to one set of members. */
import { isJsonObject, parseJson } from '../../schemas/validation/parse-json.js';
import { textOf } from '../../wire/multipart/part-content.js';
import type { MultipartPart } from '../../wire/multipart/part-reader.js';
import type { RequestReading } from '../../wire/request-reading.js';

/** Members by name before they are checked; an absent one is `undefined`. */
export type Values = Readonly<Record<string, unknown>>;

export interface ValuesRead {
  readonly values: Values;
  /** A text that should hold JSON does not. */
  readonly brokenJson?: true;
  /** The whole body is JSON, but no object. */
  readonly noObject?: true;
}

/** Which parts of a form an operation knows. */
export interface KnownParts {
  /** Hold a text each. */
  readonly texts: readonly string[];
  /** Hold JSON each. */
  readonly json: readonly string[];
}

/** Reads a JSON text; undefined when it is broken. Wrapped, because `undefined` and `null` must stay apart. */
export type JsonReader = (text: string) => { readonly value: unknown } | undefined;

/** JSON as RFC 8259 has it. */
export const readJson: JsonReader = (text) => {
  const read = parseJson(text);
  return read.ok ? read : undefined;
};

/** Stands in for bytes that are not in their charset, UTF-8 where none is named: no string, so no clause about a string is met. */
const undecodable = Symbol('no text');

/** Of duplicated parts the first counts. A part `json` holds the whole object where none of the others is there. */
export function readForm(parts: readonly MultipartPart[], known: KnownParts, read: JsonReader): ValuesRead {
  const textIn = (name: string): string | typeof undecodable | undefined => {
    const part = parts.find((one) => one.name === name);
    return part === undefined ? undefined : (textOf(part, parts) ?? undecodable);
  };
  const whole = textIn('json');
  const texts = known.texts.map((name) => [name, textIn(name)] as const);
  const json = known.json.map((name) => [name, textIn(name)] as const);
  const present = [...texts, ...json].filter(([, text]) => text !== undefined);
  if (whole !== undefined && present.length === 0) {
    const value = typeof whole === 'string' ? read(whole)?.value : undefined;
    return isJsonObject(value) ? { values: value } : { values: {}, brokenJson: true };
  }
  const readings = json
    .filter(([, text]) => text !== undefined)
    .map(([name, text]) => [name, typeof text === 'string' ? read(text) : undefined] as const);
  return {
    values: {
      ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
      ...Object.fromEntries(readings.map(([name, reading]) => [name, reading?.value])),
    },
    ...(readings.some(([, reading]) => reading === undefined) ? { brokenJson: true } : {}),
  };
}

/** A body that is the object itself. */
export function readBody({ text }: Pick<RequestReading, 'text'>, read: JsonReader): ValuesRead {
  const reading = text === undefined ? undefined : read(text);
  if (reading === undefined) return { values: {}, brokenJson: true };
  return isJsonObject(reading.value) ? { values: reading.value } : { values: {}, noObject: true };
}
