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
