/** The body of a call as the judge reads it, whatever its layout: the conversation that it means, and the text that holds it. */
import type { Layout } from '../../../schemas/editions/editions.js';
import { parseJson } from '../../../schemas/validation/ajv.js';

export interface BodyReading {
  readonly layout: Layout;
  /** Names of the parts in order, duplicates kept; empty for a JSON body. */
  readonly names: readonly string[];
  /** The text that holds JSON: the part `participants`, the part `json`, or the body; absent without one. */
  readonly json?: string;
  /** What the whole would be as one object; undefined where no object can be read. */
  readonly whole?: Readonly<Record<string, unknown>>;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads layout `parts`: an absent part is an absent member, and broken JSON leaves its member out. */
export function readParts(
  names: readonly string[],
  channel: string | undefined,
  participants: string | undefined,
): BodyReading {
  const parsed = participants === undefined ? undefined : parseJson(participants);
  return {
    layout: 'parts',
    names,
    ...(participants === undefined ? {} : { json: participants }),
    whole: {
      ...(channel === undefined ? {} : { channelAddressIdentifier: channel }),
      ...(parsed?.ok === true ? { participants: parsed.value } : {}),
    },
  };
}

/** Reads layouts `json-part` and `json`: one text that holds everything. */
export function readWhole(layout: 'json-part' | 'json', names: readonly string[], json: string): BodyReading {
  const parsed = parseJson(json);
  const whole = parsed.ok && isObject(parsed.value) ? parsed.value : undefined;
  return { layout, names, json, ...(whole === undefined ? {} : { whole }) };
}

/** Where the JSON text stands, for people. */
export function placeOfJson({ layout }: Pick<BodyReading, 'layout'>): string {
  return { parts: 'The part participants', 'json-part': 'The part json', json: 'The body' }[layout];
}
