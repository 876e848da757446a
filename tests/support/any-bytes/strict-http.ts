/**
 * A strict reader of HTTP/1.x and of forms, written for the tests from RFC 9112, 9110, 2046 and 7578: it takes what a sender
 * may write and nothing else. It shares no code with what is tested, and decides what of any bytes is a request.
 */

import { METHODS } from 'node:http';

export interface StrictMessage {
  readonly method: string;
  readonly target: string;
  /** Names as sent, white space around values removed; Latin-1. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface StrictReading {
  readonly messages: readonly StrictMessage[];
  /** Behind the last message comes nothing, something that is no whole message, or what nobody needs to read, as the connection may end with the last message. */
  readonly rest: 'nothing' | 'something' | 'unread';
}

const token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const quoted = '"(?:[\\t !#-\\[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*"';
const host = "(?:\\[[0-9A-Fa-f:.]+\\]|(?:[A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)(?::\\d*)?";
const requestLine = new RegExp(
  `^(${token}) ((?:[A-Za-z][A-Za-z0-9+.\\-]*://${host})?(?=/)[\\x21-\\x7e]+) HTTP/1\\.([01])$`,
);
const fieldLine = new RegExp(`^(${token}):[ \\t]*([\\t\\x20-\\x7e\\x80-\\xff]*?)[ \\t]*$`);
const hostValue = new RegExp(`^${host}$`);
const chunkLine = new RegExp(`^([0-9A-Fa-f]+)(?:[ \\t]*;[ \\t]*${token}(?:[ \\t]*=[ \\t]*(?:${token}|${quoted}))?)*$`);

/** The messages of one connection, as far as each is whole and nothing wrong came before it. */
export function readStrictly(bytes: Buffer): StrictReading {
  const text = bytes.toString('latin1');
  const messages: StrictMessage[] = [];
  for (let at = 0; ; ) {
    // Empty lines in front of a request line mean nothing (RFC 9112, 2.2).
    while (text[at] === '\r' || text[at] === '\n') at += 1;
    if (at === text.length) return { messages, rest: 'nothing' };
    const read = readMessage(text, at);
    if (read === undefined) return { messages, rest: 'something' };
    messages.push(read.message);
    at = read.end;
    if (read.isLast) return { messages, rest: 'unread' };
  }
}

interface Read {
  readonly message: StrictMessage;
  readonly end: number;
  /** The connection may end with it. */
  readonly isLast: boolean;
}

function readMessage(text: string, start: number): Read | undefined {
  const end = text.indexOf('\r\n\r\n', start);
  if (end === -1) return undefined;
  const [first = '', ...lines] = text.slice(start, end).split('\r\n');
  const [, method = '', target = '', minor] = requestLine.exec(first) ?? [];
  const fields = lines.flatMap((line) => readField(line) ?? []);
  if (minor === undefined || fields.length < lines.length) return undefined;
  const values = (wanted: string) => fields.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const hosts = values('host');
  if (hosts.length > 1 || (minor === '1' && hosts.length === 0)) return undefined;
  if (!hosts.every((host) => hostValue.test(host))) return undefined;
  const body = readBody(text, end + 4, values('content-length'), values('transfer-encoding'), minor);
  if (body === undefined) return undefined;
  const options = values('connection').flatMap((value) => value.toLowerCase().split(/[ \t]*,[ \t]*/));
  // A server that does not know a method may hang up on it.
  const isLast =
    !METHODS.includes(method) || options.includes('close') || (minor === '0' && !options.includes('keep-alive'));
  const content = Buffer.from(body.content, 'latin1');
  return { message: { method, target, fields, body: content }, end: body.end, isLast };
}

function readField(line: string): [readonly [string, string]] | undefined {
  const [, name, value] = fieldLine.exec(line) ?? [];
  return name === undefined || value === undefined ? undefined : [[name, value]];
}

interface Body {
  readonly content: string;
  readonly end: number;
}

function readBody(
  text: string,
  start: number,
  lengths: readonly string[],
  codings: readonly string[],
  minor: string,
): Body | undefined {
  if (codings.length > 0) {
    const isChunked = codings.length === 1 && codings[0]?.toLowerCase() === 'chunked';
    return isChunked && lengths.length === 0 && minor === '1' ? readChunks(text, start) : undefined;
  }
  const [length = '0'] = lengths;
  const end = start + Number(length);
  if (lengths.length > 1 || !/^\d+$/.test(length) || end > text.length) return undefined;
  return { content: text.slice(start, end), end };
}

function readChunks(text: string, start: number): Body | undefined {
  let content = '';
  for (let at = start; ; ) {
    const lineEnd = text.indexOf('\r\n', at);
    const size = Number.parseInt(chunkLine.exec(text.slice(at, Math.max(at, lineEnd)))?.[1] ?? 'none', 16);
    if (lineEnd === -1 || Number.isNaN(size)) return undefined;
    at = lineEnd + 2;
    if (size === 0) {
      const end = text.startsWith('\r\n', at) ? at : text.indexOf('\r\n\r\n', at) + 2;
      if (end === 1 && !text.startsWith('\r\n', at)) return undefined;
      const trailers = text.slice(at, Math.max(at, end - 2));
      const areFields = trailers === '' || trailers.split('\r\n').every((line) => fieldLine.test(line));
      return areFields ? { content, end: end + 2 } : undefined;
    }
    if (text.slice(at + size, at + size + 2) !== '\r\n') return undefined;
    content += text.slice(at, at + size);
    at += size + 2;
  }
}

export interface StrictPart {
  readonly name: string;
  readonly content: Buffer;
}

/** Of a header value behind its first word; an empty one between two semicolons means nothing (RFC 9110, 5.6.6). */
function parameters(text: string): ReadonlyMap<string, string> | undefined {
  const found = [...text.matchAll(new RegExp(`[ \\t]*;[ \\t]*(?:(${token})=(${token}|${quoted}))?`, 'gy'))];
  if (found.map(([whole]) => whole).join('') !== text) return undefined;
  const named = found.filter(([, name]) => name !== undefined);
  const pairs = named.map(([, name = '', value = '']) => [name.toLowerCase(), unquoted(value)] as const);
  const map = new Map(pairs);
  return map.size === pairs.length ? map : undefined;
}

const unquoted = (value: string): string =>
  value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;

/** The parts of a form; undefined where the media type is another one, or the body no form that its boundary cuts. */
export function readForm(contentType: string, body: Buffer): readonly StrictPart[] | undefined {
  const [, rest = ''] = /^multipart\/form-data(?=[ \t;])(.*)$/i.exec(contentType) ?? [];
  const boundary = parameters(rest)?.get('boundary') ?? '';
  if (!/^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/.test(boundary)) return undefined;
  const [, ...pieces] = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`);
  const parts: StrictPart[] = [];
  for (const piece of pieces) {
    if (piece.startsWith('--')) return /^--[ \t]*(?:\r\n|$)/.test(piece) ? parts : undefined;
    const [, , head, content] = /^([ \t]*\r\n)((?:[^\r\n]+\r\n)*)\r\n([\s\S]*)$/.exec(piece) ?? [];
    const part = head === undefined || content === undefined ? undefined : readPart(head, content);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return undefined;
}

function readPart(head: string, content: string): StrictPart | undefined {
  const lines = head.split('\r\n').slice(0, -1);
  const fields = lines.flatMap((line) => readField(line) ?? []);
  const dispositions = fields.filter(([name]) => name.toLowerCase() === 'content-disposition');
  if (fields.length < lines.length || dispositions.length !== 1) return undefined;
  const [, rest] = /^form-data(?=[ \t;])(.*)$/i.exec(dispositions[0]?.[1] ?? '') ?? [];
  const name = rest === undefined ? undefined : parameters(rest)?.get('name');
  return name === undefined ? undefined : { name, content: Buffer.from(content, 'latin1') };
}
