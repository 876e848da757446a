/** Status line and header section of an answer (RFC 9112, sections 4 and 5), and what they say about the body. */
import type { HeaderField } from '../request.js';
import { trimBlanks } from './blanks.js';
import { valuesOf } from './field-values.js';

export interface AnswerHead {
  readonly httpVersion: string;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly HeaderField[];
}

/** How the end of the body is found (RFC 9112, section 6.3). */
export type Framing =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly bytes: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'close' };

/** What could not be read, as the end of a sentence that begins with the service's name. */
export interface Malformed {
  readonly malformed: string;
}

const statusLine = /^HTTP\/(1\.\d) ([1-9]\d\d)(?: (.*))?$/;
const fieldLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):(.*)$/;

/** Reads the lines of a head, without the blank one; a bare CR or a NUL in them makes it malformed. */
export function parseHead(lines: readonly string[]): AnswerHead | Malformed {
  const [, httpVersion, status, reason = ''] = statusLine.exec(lines[0] ?? '') ?? [];
  if (httpVersion === undefined) return { malformed: 'sent a status line that is not HTTP/1.1' };
  const fields: [string, string][] = [];
  for (const line of lines.slice(1)) {
    if (/[\r\0]/.test(line)) return { malformed: 'sent a header line with a bare CR or a NUL in it' };
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] = `${last[1]} ${trimBlanks(line)}`.trim();
      continue;
    }
    const [, name, value] = fieldLine.exec(line) ?? [];
    if (name === undefined || value === undefined) return { malformed: 'sent a header line without a proper name' };
    fields.push([name, trimBlanks(value)]);
  }
  return { httpVersion, status: Number(status), reason, fields };
}

/** The comma-separated members of all fields of a name, in lower case and in order. */
export function listOf(fields: readonly HeaderField[], name: string): readonly string[] {
  const members = valuesOf(fields, name).flatMap((value) => value.split(','));
  return members.map((member) => member.trim().toLowerCase()).filter((member) => member !== '');
}

/** Transfer codings that say nothing were withdrawn by RFC 7230, yet old servers still send the word. */
export function transferCodings(head: AnswerHead): readonly string[] {
  return listOf(head.fields, 'transfer-encoding').filter((coding) => coding !== 'identity');
}

/** How the body of an answer to `method` ends. */
export function framingOf(head: AnswerHead, method: string): Framing | Malformed {
  if (method === 'HEAD' || head.status < 200 || head.status === 204 || head.status === 304) return { kind: 'none' };
  const codings = transferCodings(head);
  if (codings.length > 0) {
    const chunkedAt = codings.indexOf('chunked');
    if (chunkedAt < 0) return { kind: 'close' };
    return chunkedAt === codings.length - 1
      ? { kind: 'chunked' }
      : { malformed: 'sent a Transfer-Encoding in which chunked is not the last coding' };
  }
  const lengths = new Set(listOf(head.fields, 'content-length'));
  const [length, ...others] = lengths;
  if (length === undefined) {
    const present = valuesOf(head.fields, 'content-length').length > 0;
    return present ? { malformed: 'sent an empty Content-Length' } : { kind: 'close' };
  }
  if (others.length > 0) return { malformed: 'sent two different Content-Lengths' };
  if (!/^\d+$/.test(length)) return { malformed: 'sent a Content-Length that is not a number' };
  return { kind: 'length', bytes: Number(length) };
}

/** Whether the service keeps the connection open after the answer (RFC 9112, section 9.3). */
export function keepsConnection(head: AnswerHead, framing: Framing): boolean {
  const options = listOf(head.fields, 'connection');
  if (framing.kind === 'close' || head.status === 101 || options.includes('close')) return false;
  // Both framings at once smell of smuggling: read by the stronger one, never reused.
  if (framing.kind === 'chunked' && valuesOf(head.fields, 'content-length').length > 0) return false;
  return head.httpVersion === '1.0' ? options.includes('keep-alive') : true;
}
