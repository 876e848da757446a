/** The codecs of multipart/form-data. */
import type { CodecId } from '../../schemas/codecs/codecs.js';
import { textOf } from '../multipart/part-content.js';
import type { MultipartPart } from '../multipart/part-reader.js';
import type { FormPart } from '../request.js';
import type { RequestReading } from '../request-reading.js';
import type { BodyReading, Codec, CodecReading } from './codec.js';

/** The name of the part that holds the whole object. */
const wholePart = 'json';

const contentType = (boundary: string): string => `multipart/form-data; boundary=${boundary}`;

/** A part for each value: a text as it is, anything else as JSON. */
export const formParts: Codec = {
  id: 'form-parts',
  contentType,
  texts: (values) => ({
    form: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  }),
  write: writingParts((name, value, jsonParts) => ({ name, value, ...(jsonParts.has(name) ? { json: true } : {}) })),
  read: (request, jsonParts, boundary) =>
    readForm('form-parts', request, boundary, (texts) => {
      const part = [...jsonParts].find((name) => texts.has(name));
      const values: [string, unknown][] = [];
      for (const [name, text] of texts) {
        const parsed = jsonParts.has(name) ? request.parse(text) : { ok: true as const, value: text };
        if (parsed.ok) values.push([name, parsed.value]);
      }
      return {
        ...(part === undefined ? {} : { json: { text: texts.get(part) ?? '', part } }),
        values: Object.fromEntries(values),
      };
    }),
};

/** One part `json` of type application/json that holds the whole object, as sibling operations of the vendor have it. */
export const formJsonPart: Codec = {
  id: 'form-json-part',
  contentType,
  texts: (values) => ({ form: { [wholePart]: JSON.stringify(values) } }),
  write: writingParts((name, value) =>
    name === wholePart ? { name, value, contentType: 'application/json', json: true } : { name, value },
  ),
  read: (request, _jsonParts, boundary) =>
    readForm('form-json-part', request, boundary, (texts) => {
      const json = texts.get(wholePart);
      const values = json === undefined ? undefined : request.object(json);
      return {
        ...(json === undefined ? {} : { json: { text: json, part: wholePart } }),
        ...(values === undefined ? {} : { values }),
      };
    }),
};

/** Whether a form holds the whole object in one part: it has that part, and none of those that hold one value each. */
export function isWholeForm(parts: readonly MultipartPart[], names: readonly string[]): boolean {
  return parts.some(({ name }) => name === wholePart) && !parts.some(({ name }) => names.includes(name));
}

function writingParts(
  partOf: (name: string, value: string, jsonParts: ReadonlySet<string>) => FormPart,
): Codec['write'] {
  return (texts, { boundary, jsonParts }) => {
    const named = 'form' in texts ? Object.entries(texts.form) : [];
    return { kind: 'form', boundary, parts: named.map(([name, value]) => partOf(name, value, jsonParts)) };
  };
}

/** @param contentOf what the texts of the parts, by name, come to in the layout. */
function readForm(
  codec: CodecId,
  request: RequestReading,
  boundary: string | undefined,
  contentOf: (texts: ReadonlyMap<string, string>) => Pick<BodyReading, 'json' | 'values'>,
): CodecReading {
  const cut = boundary ?? request.contentTypes[0]?.boundary;
  if (cut === undefined) return { ok: false, why: 'other-media-type' };
  const form = request.form(cut);
  if (!form.ok) return { ok: false, why: form.fault };
  const { parts } = form;
  if (parts.length === 0) return { ok: false, why: 'no-parts' };
  const texts = new Map<string, string>();
  for (const name of new Set(parts.map((part) => part.name))) {
    const part = parts.find((one) => one.name === name);
    const text = part === undefined ? undefined : textOf(part, parts);
    if (text !== undefined) texts.set(name, text);
  }
  return { ok: true, body: { codec, parts, texts: { form: Object.fromEntries(texts) }, ...contentOf(texts) } };
}
