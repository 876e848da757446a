/**
 * Request line and header section of a request (RFC 9112, sections 3 and 5), read leniently: what is broken is named in
 * plain words and kept beside what could be read, because a connector is to be told what it sent.
 */
import type { HeaderField } from '../request.js';
import { listOf } from './answer-head.js';
import { trimBlanks } from './blanks.js';
import { valuesOf } from './field-values.js';
import type { FramingTrouble } from './framing-trouble.js';

export interface RequestHead {
  readonly method: string;
  readonly target: string;
  /** "1.0" or "1.1"; absent where there is no request line. */
  readonly httpVersion?: string;
  /** In order, names as sent, blanks around values removed; Latin-1 text, one character for each byte. */
  readonly fields: readonly HeaderField[];
  /** What breaks the framing; a service may refuse such a request. */
  readonly trouble?: FramingTrouble;
}

/** How the end of the body is found (RFC 9112, section 6.3). `lost`: it cannot be found, so neither can a next request. */
export type BodyFraming =
  | { readonly kind: 'length'; readonly bytes: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'lost'; readonly trouble: FramingTrouble };

const requestLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+) (\S+) HTTP\/(1\.[01])$/;
/** What no field value may hold (RFC 9110, section 5.5): line ends are taken off, and a tab is a blank. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\0-\x08\n-\x1f\x7f]/;
const hostForm = /^(?:\[[0-9A-Fa-f:.]+\]|(?:[\w\-.~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)(?::\d*)?$/;
const fieldLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)([ \t]*):([\s\S]*)$/;

/** @param text of the head in Latin-1 with the blank line that ends it. Undefined when it is no HTTP/1.x at all. */
export function readRequestHead(text: string): RequestHead | undefined {
  const troubles: string[] = [];
  const note = (trouble: string): void => {
    if (!troubles.includes(trouble)) troubles.push(trouble);
  };
  if (/(?:^|[^\r])\n/.test(text))
    note('lines of the header section end in a line feed alone, without a carriage return');
  const [first = '', ...lines] = text.replace(/(?:\r?\n){1,2}$/, '').split(/\r?\n/);
  const [, method, target, httpVersion] = requestLine.exec(first) ?? [];
  if (method === undefined || target === undefined || httpVersion === undefined) return undefined;
  const fields: [string, string][] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      note(`the field ${last[0]} is folded over two lines`);
      last[1] = `${last[1]} ${trimBlanks(line)}`.trim();
      continue;
    }
    const [, name, blanks, value] = fieldLine.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      note('a line of the header section is no field: a name, a colon and a value');
      continue;
    }
    if (blanks !== '') note(`there is a blank between the field name ${name} and its colon`);
    if (control.test(value)) note(`the field ${name} holds a control character`);
    fields.push([name, trimBlanks(value)]);
  }
  if (/[^!-~]|#/.test(target)) note('the target holds a fragment, or bytes that are to be escaped');
  const authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(target)?.[1] ?? '';
  if (!hostForm.test(authority)) note('the target is a whole URL whose host is none');
  const noHost = hostTroubleOf({ fields, httpVersion });
  if (noHost !== undefined) note(noHost);
  if (listOf(fields, 'transfer-encoding').includes('identity')) note('identity is no transfer coding of HTTP/1.1');
  const hasList = valuesOf(fields, 'content-length').join().includes(',');
  // Different ones are told as that.
  if (hasList && new Set(listOf(fields, 'content-length')).size === 1) note('Content-Length comes more than once');
  if (troubles.length === 0) return { method, target, httpVersion, fields };
  return { method, target, httpVersion, fields, trouble: { kind: 'head malformed', told: troubles.join('; ') } };
}

/** What is wrong with the Host of a request, in plain words: a server must refuse it (RFC 9112, section 3.2). */
export function hostTroubleOf({
  fields,
  httpVersion,
}: Pick<RequestHead, 'fields' | 'httpVersion'>): string | undefined {
  const [host, ...others] = valuesOf(fields, 'host');
  if (others.length > 0) return 'there is more than one Host field';
  if (host === undefined) return httpVersion === '1.1' ? 'there is no Host field, which HTTP/1.1 asks for' : undefined;
  return hostForm.test(trimBlanks(host)) ? undefined : 'the Host field is no host and port';
}

export function bodyFramingOf({ fields, httpVersion }: RequestHead): BodyFraming {
  const codings = listOf(fields, 'transfer-encoding').filter((coding) => coding !== 'identity');
  const lengths = new Set(listOf(fields, 'content-length'));
  if (codings.length > 0) {
    if (httpVersion === '1.0') return lost('Transfer-Encoding in an HTTP/1.0 request, which does not know it');
    if (lengths.size > 0) return lost('both Content-Length and Transfer-Encoding: the end of the body is ambiguous');
    if (codings.at(-1) !== 'chunked' || codings.indexOf('chunked') !== codings.length - 1) {
      return lost('a Transfer-Encoding whose last coding is not chunked, so that the body has no end');
    }
    if (codings.length > 1) return lost('a Transfer-Encoding other than chunked, which the service need not know');
    return { kind: 'chunked' };
  }
  const [length, ...others] = lengths;
  if (others.length > 0) return lost('Content-Length twice, with different values');
  if (length === undefined) {
    const present = valuesOf(fields, 'content-length').length > 0;
    return present ? lost('an empty Content-Length') : { kind: 'length', bytes: 0 };
  }
  return /^\d{1,15}$/.test(length)
    ? { kind: 'length', bytes: Number(length) }
    : lost('a Content-Length that is not a number');
}

const lost = (told: string): BodyFraming => ({ kind: 'lost', trouble: { kind: 'length', told } });

/** Whether the sender keeps the connection open after this request (RFC 9112, section 9.3). */
export function keepsConnection({ fields, httpVersion }: Pick<RequestHead, 'fields' | 'httpVersion'>): boolean {
  const options = listOf(fields, 'connection');
  if (options.includes('close')) return false;
  return httpVersion === '1.0' ? options.includes('keep-alive') : true;
}

/** Whether the sender waits for 100 Continue before it sends the body; HTTP/1.0 does not know it (RFC 9110, 10.1.1). */
export function expectsContinue({ fields, httpVersion }: RequestHead): boolean {
  return httpVersion !== '1.0' && listOf(fields, 'expect').includes('100-continue');
}
