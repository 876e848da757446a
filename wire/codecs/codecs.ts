/** All codecs: two of multipart/form-data, and that of application/json; look-up by id and by layout. */
import { type CodecId, codecOfLayout, type Layout } from '../../schemas/codecs/codecs.js';
import { textOf } from '../multipart/part-content.js';
import type { MultipartPart } from '../multipart/part-reader.js';
import type { FormPart } from '../request.js';
import type { RequestReading } from '../request-reading.js';
import type { BodyReading, Codec, CodecReading } from './codec.js';

/** The name of the part that holds the whole object. */
const wholePart = 'json';

const contentType = (boundary: string): string => `multipart/form-data; boundary=${boundary}`;

/** A part for each value: a text as it is, anything else as JSON. */
const formParts: Codec = {
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
      const json = part === undefined ? undefined : { text: texts.get(part) ?? '', part };
      return { json, values: Object.fromEntries(values) };
    }),
};

/** One part `json` of type application/json that holds the whole object, as sibling operations of the vendor have it. */
const formJsonPart: Codec = {
  id: 'form-json-part',
  contentType,
  texts: (values) => ({ form: { [wholePart]: JSON.stringify(values) } }),
  write: writingParts((name, value) =>
    name === wholePart ? { name, value, contentType: 'application/json', json: true } : { name, value },
  ),
  read: (request, _jsonParts, boundary) =>
    readForm('form-json-part', request, boundary, (texts) => {
      const text = texts.get(wholePart);
      return text === undefined ? {} : { json: { text, part: wholePart }, values: request.object(text) };
    }),
};

/** The object itself as application/json. */
const json: Codec = {
  id: 'json',
  contentType: () => 'application/json',
  texts: (values) => ({ body: JSON.stringify(values) }),
  write: (texts) => ({ kind: 'json', text: 'body' in texts ? texts.body : '' }),
  read(request) {
    const { text } = request;
    if (text === undefined) return { ok: false, why: 'no-text' };
    const values = request.object(text);
    return { ok: true, body: { codec: 'json', parts: [], texts: { body: text }, json: { text }, values } };
  },
};

const byId: Readonly<Record<CodecId, Codec>> = { 'form-parts': formParts, 'form-json-part': formJsonPart, json };

export function codecOf(id: CodecId): Codec {
  return byId[id];
}

export function codecForLayout(layout: Layout): Codec {
  return byId[codecOfLayout(layout)];
}

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
