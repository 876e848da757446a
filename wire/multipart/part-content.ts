/**
 * What a part of a form holds once its transfer encoding and its charset are undone. RFC 7578 section 4.7 deprecates
 * Content-Transfer-Encoding and allows it to be met; sections 4.5 and 4.6 let a charset stand beside the part or, for all
 * untyped parts, in a part named `_charset_`.
 */
import { TextDecoder } from 'node:util';
import { trimBlanksBehind } from '../http/blanks.js';
import { readContentType } from '../http/content-type-reader.js';
import { valuesOf } from '../http/field-values.js';
import type { MultipartPart } from './part-reader.js';

/** The bytes of the content; undefined when they are not in the encoding that the part names. An unknown one is left as it is. */
export function contentOf(part: MultipartPart): Buffer | undefined {
  switch (transferEncodingOf(part)) {
    case 'base64':
      return fromBase64(part.body.toString('latin1'));
    case 'quoted-printable':
      return fromQuotedPrintable(part.body.toString('latin1'));
    default:
      return part.body;
  }
}

/** In lower case; undefined when the part names none. */
export function transferEncodingOf(part: MultipartPart): string | undefined {
  return valuesOf(part.headers, 'content-transfer-encoding')[0]?.toLowerCase();
}

/**
 * The content as text; undefined when its bytes are not in its charset. The charset is that of the part's own type, then
 * that of a part `_charset_`, then UTF-8. JSON is UTF-8 whatever is said (RFC 8259), and an unknown charset is read as UTF-8.
 */
export function textOf(part: MultipartPart, parts: readonly MultipartPart[]): string | undefined {
  const bytes = contentOf(part);
  return bytes === undefined ? undefined : decode(bytes, charsetOf(part, parts));
}

/** As it is said, in any case. */
export function charsetOf(part: MultipartPart, parts: readonly MultipartPart[]): string {
  const type = part.contentType === undefined ? undefined : readContentType(part.contentType);
  if (type !== undefined && /[/+]json$/.test(type.mediaType)) return 'utf-8';
  const named = type?.parameters.get('charset');
  if (named !== undefined) return named;
  return (
    parts
      .find(({ name }) => name === '_charset_')
      ?.body.toString('latin1')
      .trim() ?? 'utf-8'
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer, charset: string): string | undefined {
  try {
    return /^utf-?8$/i.test(charset) ? utf8.decode(bytes) : decoderOf(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Plain ASCII is read as UTF-8: clients name it for what is ASCII in their tests and UTF-8 in the field. */
function decoderOf(charset: string): TextDecoder {
  if (/^us-ascii$|^ascii$/i.test(charset)) return utf8;
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true });
  } catch {
    return utf8;
  }
}

function fromBase64(text: string): Buffer | undefined {
  const plain = text.replace(/[\r\n\t ]/g, '');
  return /^[A-Za-z0-9+/]*={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : undefined;
}

function fromQuotedPrintable(text: string): Buffer | undefined {
  const joined = text.split('\r\n').map(trimBlanksBehind).join('\r\n').replaceAll('=\r\n', '');
  if (/=(?![0-9A-Fa-f]{2})/.test(joined)) return undefined;
  const plain = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(plain, 'latin1');
}
