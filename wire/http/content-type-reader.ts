/** Reads a Content-Type value: media type and parameters (RFC 9110 section 8.3). */
import { readParameters } from './parameter-reader.js';

export interface ContentType {
  /** Type and subtype in lower case: `multipart/form-data`. */
  readonly mediaType: string;
  /** Parameter values by name in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const typeAndSubtype = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*(?=;|$)/;

/** Undefined when the value is no media type, a parameter is broken, or one parameter comes twice. */
export function readContentType(value: string): ContentType | undefined {
  const mediaType = typeAndSubtype.exec(value.trim());
  if (mediaType?.[1] === undefined) return undefined;
  const list = readParameters(value.trim().slice(mediaType[0].length));
  if (list === undefined) return undefined;
  const parameters = new Map(list.map(({ name, value }) => [name, value]));
  if (parameters.size !== list.length) return undefined;
  return { mediaType: mediaType[1].toLowerCase(), parameters };
}

const legalBoundary = /^[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]$/;

/** Whether a boundary has 1 to 70 legal characters and does not end in a blank (RFC 2046 section 5.1.1). */
export function isBoundary(boundary: string): boolean {
  return legalBoundary.test(boundary);
}

/** What is known of a Content-Type that may be broken. */
export interface MediaTypeReading {
  /** Type and subtype in lower case, also where the parameters cannot be read. */
  readonly mediaType: string;
  readonly parsed?: ContentType;
  /** The boundary of a form when it is usable. */
  readonly boundary?: string;
}

export function readMediaType(value: string): MediaTypeReading {
  const parsed = readContentType(value);
  const mediaType = parsed?.mediaType ?? (/^[^;,\s]*/.exec(value)?.[0] ?? '').toLowerCase();
  const boundary = parsed?.parameters.get('boundary');
  return { mediaType, parsed, boundary: boundary !== undefined && isBoundary(boundary) ? boundary : undefined };
}
