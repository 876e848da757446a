/** The codecs of multipart/form-data. */
import type { BodyTexts } from '../../schemas/validation/validate-request.js';
import { textOf } from '../multipart/part-content.js';
import type { MultipartPart } from '../multipart/part-reader.js';
import type { FormPart } from '../request.js';
import type { RequestReading } from '../request-reading.js';
import type { Codec, CodecReading } from './codec.js';

/** The name of the part that holds the whole object. */
const wholePart = 'json';

const contentType = (boundary: string): string => `multipart/form-data; boundary=${boundary}`;

function partsOf(texts: BodyTexts): readonly (readonly [name: string, value: string])[] {
  return 'form' in texts ? Object.entries(texts.form) : [];
}

/** A part for each value: a text as it is, anything else as JSON. */
export const formParts: Codec = {
  id: 'form-parts',
  contentType,
  texts: (values) => ({
    form: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  }),
  write: (texts, { boundary, jsonParts }) => ({
    kind: 'form',
    boundary,
    parts: partsOf(texts).map(
      ([name, value]): FormPart => ({ name, value, ...(jsonParts.has(name) ? { json: true } : {}) }),
    ),
  }),
  read(request, jsonParts, boundary) {
    const form = readForm(request, boundary);
    if (!form.ok) return form;
    const { parts, texts } = form;
    const part = [...jsonParts].find((name) => texts.has(name));
    const values: [string, unknown][] = [];
    for (const [name, text] of texts) {
      const parsed = jsonParts.has(name) ? request.parse(text) : { ok: true as const, value: text };
      if (parsed.ok) values.push([name, parsed.value]);
    }
    return {
      ok: true,
      body: {
        codec: 'form-parts',
        parts,
        texts: { form: Object.fromEntries(texts) },
        ...(part === undefined ? {} : { json: { text: texts.get(part) ?? '', part } }),
        values: Object.fromEntries(values),
      },
    };
  },
};

/** One part `json` of type application/json that holds the whole object, as sibling operations of the vendor have it. */
export const formJsonPart: Codec = {
  id: 'form-json-part',
  contentType,
  texts: (values) => ({ form: { [wholePart]: JSON.stringify(values) } }),
  write: (texts, { boundary }) => ({
    kind: 'form',
    boundary,
    parts: partsOf(texts).map(
      ([name, value]): FormPart =>
        name === wholePart ? { name, value, contentType: 'application/json', json: true } : { name, value },
    ),
  }),
  read(request, _jsonParts, boundary) {
    const form = readForm(request, boundary);
    if (!form.ok) return form;
    const json = form.texts.get(wholePart);
    const values = json === undefined ? undefined : request.object(json);
    return {
      ok: true,
      body: {
        codec: 'form-json-part',
        parts: form.parts,
        texts: { form: Object.fromEntries(form.texts) },
        ...(json === undefined ? {} : { json: { text: json, part: wholePart } }),
        ...(values === undefined ? {} : { values }),
      },
    };
  },
};

/** Whether a form holds the whole object in one part: it has that part, and none of those that hold one value each. */
export function isWholeForm(parts: readonly MultipartPart[], names: readonly string[]): boolean {
  return parts.some(({ name }) => name === wholePart) && !parts.some(({ name }) => names.includes(name));
}

type FormReading =
  | { readonly ok: true; readonly parts: readonly MultipartPart[]; readonly texts: ReadonlyMap<string, string> }
  | Extract<CodecReading, { ok: false }>;

function readForm(request: RequestReading, boundary: string | undefined): FormReading {
  const cut = boundary ?? request.contentTypes[0]?.boundary;
  if (cut === undefined) return { ok: false, why: 'other-media-type' };
  const form = request.form(cut);
  if (!form.ok) return { ok: false, why: form.fault };
  if (form.parts.length === 0) return { ok: false, why: 'no-parts' };
  const texts = new Map<string, string>();
  for (const name of new Set(form.parts.map((part) => part.name))) {
    const part = form.parts.find((one) => one.name === name);
    const text = part === undefined ? undefined : textOf(part, form.parts);
    if (text !== undefined) texts.set(name, text);
  }
  return { ok: true, parts: form.parts, texts };
}
