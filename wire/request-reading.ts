/**
 * A request read once: header values, media types, the parts of a form, texts and the JSON in them, each when it is first
 * asked for. Whoever looks at a received request asks here, so that its body is taken apart once.
 */
import { TextDecoder } from 'node:util';
import { isJsonObject, type ParsedJson, parseJson } from '../schemas/validation/parse-json.js';
import { type MediaTypeReading, readMediaType } from './http/content-type-reader.js';
import { type FieldValues, fieldValues } from './http/field-values.js';
import { type MultipartReading, readMultipart } from './multipart/multipart-reader.js';
import type { HeaderField } from './request.js';

/** What of a request is read. */
export interface ReadableRequest {
  readonly fields: readonly HeaderField[];
  readonly body: Uint8Array;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class RequestReading {
  readonly bytes: Buffer;
  readonly #fields: readonly HeaderField[];
  readonly #forms = new Map<string, MultipartReading>();
  readonly #parsed = new Map<string, ParsedJson>();
  #values: FieldValues | undefined;
  #contentTypes: readonly MediaTypeReading[] | undefined;
  #text: { readonly value: string | undefined } | undefined;

  constructor({ fields, body }: ReadableRequest) {
    this.#fields = fields;
    this.bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  }

  /** Whether it was made of these very fields: a copy of a request with another header section is another request. */
  isOf(fields: readonly HeaderField[]): boolean {
    return this.#fields === fields;
  }

  /** The header fields by name in lower case. */
  get values(): FieldValues {
    this.#values ??= fieldValues(this.#fields);
    return this.#values;
  }

  /** One for each field Content-Type, in order. */
  get contentTypes(): readonly MediaTypeReading[] {
    this.#contentTypes ??= (this.values.get('content-type') ?? []).map(readMediaType);
    return this.#contentTypes;
  }

  /** The body as text; undefined when it is not UTF-8. A byte order mark stays in front. */
  get text(): string | undefined {
    this.#text ??= { value: decoded(this.bytes) };
    return this.#text.value;
  }

  /** The body as a form that a boundary cuts. */
  form(boundary: string): MultipartReading {
    const form = this.#forms.get(boundary) ?? readMultipart(this.bytes, boundary);
    this.#forms.set(boundary, form);
    return form;
  }

  /** JSON text out of the body. */
  parse(text: string): ParsedJson {
    const parsed = this.#parsed.get(text) ?? parseJson(text);
    this.#parsed.set(text, parsed);
    return parsed;
  }

  /** The object that a text holds; undefined when it holds none. */
  object(text: string): Readonly<Record<string, unknown>> | undefined {
    const parsed = this.parse(text);
    return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
  }
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** By the body, which every copy of a received request shares, and which is let go with the last of them. */
const readings = new WeakMap<Uint8Array, RequestReading>();

/** The reading of a request: the same one however often it is asked for. */
export function readingOf(request: ReadableRequest): RequestReading {
  const known = readings.get(request.body);
  if (known?.isOf(request.fields) === true) return known;
  const reading = new RequestReading(request);
  readings.set(request.body, reading);
  return reading;
}
