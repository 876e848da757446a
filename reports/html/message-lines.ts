/** Turns a recorded message into the lines that a reader sees: first line, header fields, empty line, body. Bounded. */
import type { EvidenceItem } from '../../schemas/record/run-record.js';
import { clip } from '../../text/clip.js';
import { formatNumber, plural } from '../../text/format.js';
import { bytesAsText } from '../../text/visible.js';

type Request = EvidenceItem['request'];
type Answer = NonNullable<EvidenceItem['answer']>;
type Body = Request['body'];

export interface MessageLines {
  /** Lines without CRLF; a bare LF or CR stays at the end of its line, so that it can be shown. */
  readonly lines: readonly string[];
  /** What was left out or shown in another form, in words. */
  readonly notes: readonly string[];
}

const bodyLimit = 8 * 1024;
const lineLimit = 2 * 1024;
const fieldsLimit = 64;
const headLimit = 16 * 1024;

export function requestLines(request: Request): MessageLines {
  return messageLines(`${request.method} ${request.target}`, request.fields, request.body);
}

export function answerLines(answer: Answer): MessageLines {
  const version = answer.httpVersion.startsWith('HTTP') ? answer.httpVersion : `HTTP/${answer.httpVersion}`;
  return messageLines(`${version} ${answer.status} ${answer.reason}`.trimEnd(), answer.fields, answer.body);
}

function messageLines(first: string, fields: Request['fields'], body: Body): MessageLines {
  const shown = shownFields(fields);
  const head = [first, ...shown].map((line) => clip(line, lineLimit));
  const { text, notes } = bodyText(body);
  return {
    lines: [...head.map((line) => line.text), ...(text === '' ? [] : ['', ...splitLines(text)])],
    notes: [
      ...(fields.length > shown.length ? [`${formatNumber(fields.length - shown.length)} more header fields`] : []),
      ...(head.some((line) => line.cut) ? [`header lines cut at ${formatNumber(lineLimit)} characters`] : []),
      ...notes,
    ],
  };
}

function shownFields(fields: Request['fields']): readonly string[] {
  const lines: string[] = [];
  let characters = 0;
  for (const [name = '', content = ''] of fields.slice(0, fieldsLimit)) {
    if (characters > headLimit) break;
    const line = `${name}: ${content}`;
    characters += Math.min(line.length, lineLimit);
    lines.push(line);
  }
  return lines;
}

function bodyText(body: Body): { readonly text: string; readonly notes: readonly string[] } {
  const size = plural(body.bytes, 'byte');
  if (body.text === undefined && body.base64 === undefined) {
    return { text: '', notes: [body.bytes === 0 ? 'no body' : `body of ${size}, not kept`] };
  }
  // Four characters of base64 carry three bytes: decode no more than can be shown.
  const whole = body.text ?? bytesAsText(Buffer.from(clip(body.base64 ?? '', bodyLimit * 2).text, 'base64'));
  const short = clip(whole, bodyLimit);
  const notes = [body.bytes === 0 ? 'no body' : `body of ${size}`];
  if (body.text === undefined) notes.push('not UTF-8: other bytes shown as ⟨0xNN⟩');
  if (short.cut) notes.push(`cut here after ${formatNumber(short.text.length)} characters`);
  else if (body.cut) notes.push('cut by the run');
  return { text: short.text, notes };
}

/** Splits at CRLF, and after a bare LF or CR, which stays visible because it is no line end of a header or form. */
function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|(?<=\n)|(?<=\r)(?!\n)/);
}
