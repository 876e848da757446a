/** Reads one part of a multipart/form-data body: header lines, blank line, content. */
import { readContentDisposition } from '../http/content-disposition-reader.js';
import { valuesOf } from '../http/field-values.js';
import type { HeaderField } from '../request.js';
import type { MultipartFault } from './multipart-faults.js';

export interface MultipartPart {
  readonly name: string;
  readonly filename?: string;
  /** Content-Type of the part as it was written; absent for an untyped part. */
  readonly contentType?: string;
  /** Header fields in order, names as they were sent, folded lines joined by a blank, Content-Transfer-Encoding among them. */
  readonly headers: readonly HeaderField[];
  /** The content byte for byte; no transfer encoding is undone. */
  readonly body: Buffer;
}

/** The value holds no control character but the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it must not hold
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\0-\x08\n-\x1f\x7f]*)$/;
const blankLine = Buffer.from('\r\n\r\n');

/** `bytes` is what stands between two delimiter lines, without the line end that belongs to the second. */
export function readPart(bytes: Buffer): MultipartPart | MultipartFault {
  const { head, body } = split(bytes);
  if (/(?<!\r)\n|\r(?!\n)/.test(head)) return 'bare-line-feed';
  const headers: HeaderField[] = [];
  for (const line of unfold(head)) {
    const [, name, value] = headerLine.exec(line) ?? [];
    if (name === undefined || value === undefined) return 'broken-part-header';
    headers.push([name, value.trim()]);
  }
  const dispositions = valuesOf(headers, 'content-disposition');
  if (dispositions[0] === undefined) return 'part-without-disposition';
  const disposition = dispositions.length === 1 ? readContentDisposition(dispositions[0]) : undefined;
  if (disposition === undefined) return 'broken-part-header';
  if (disposition.type !== 'form-data') return 'part-not-form-data';
  const { name, filename } = disposition;
  if (name === undefined) return 'part-without-name';
  return { name, filename, contentType: valuesOf(headers, 'content-type')[0], headers, body };
}

/** A part may lack its blank line when its content is empty: the grammar makes both optional together. */
function split(bytes: Buffer): { head: string; body: Buffer } {
  if (bytes.length === 0 || bytes.indexOf('\r\n') === 0) return { head: '', body: bytes.subarray(2) };
  const end = bytes.indexOf(blankLine);
  if (end !== -1) return { head: bytes.toString('utf8', 0, end), body: bytes.subarray(end + blankLine.length) };
  const head = bytes.toString('utf8');
  return { head: head.endsWith('\r\n') ? head.slice(0, -2) : head, body: Buffer.alloc(0) };
}

function unfold(head: string): string[] {
  return head === '' ? [] : head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
}
