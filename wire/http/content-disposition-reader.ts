/** Reads a part's Content-Disposition (RFC 7578 section 4.2, RFC 6266 for `filename*`). */
import { readParameters } from './parameter-reader.js';

export interface ContentDisposition {
  /** Disposition type in lower case: `form-data`. */
  readonly type: string;
  readonly name?: string;
  /** `filename*` when it can be decoded, otherwise `filename`. */
  readonly filename?: string;
}

const dispositionType = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*(?=;|$)/;

/** Undefined when the value is broken. */
export function readContentDisposition(value: string): ContentDisposition | undefined {
  const type = dispositionType.exec(value.trim());
  if (type?.[1] === undefined) return undefined;
  const list = readParameters(value.trim().slice(type[0].length), 'quote and backslash');
  if (list === undefined) return undefined;
  const parameter = (wanted: string) => list.find(({ name }) => name === wanted)?.value;
  const filename = decodeExtended(parameter('filename*')) ?? parameter('filename');
  return { type: type[1].toLowerCase(), name: parameter('name'), filename };
}

/** `UTF-8'en'%E2%82%AC` (RFC 8187); undefined when it is absent, of another charset or broken. */
function decodeExtended(value: string | undefined): string | undefined {
  const encoded = /^utf-8'[^']*'(.*)$/i.exec(value ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
