/** One exchange as it went over the wire: request, answer or failure of transport, as lines that a reader sees, bounded. */
import type { EvidenceItem } from '../../schemas/record/run-record.js';
import { clip } from '../../text/clip.js';
import { formatDuration, formatNumber, plural } from '../../text/format.js';
import type { DiffLine } from '../../text/line-diff.js';
import { bytesAsText } from '../../text/visible.js';
import { html, type Markup } from './markup.js';
import { marked, value, visible } from './visible-markup.js';

/** A line to mark: the one difference, or what differs in every request anyway. */
export interface MarkedLine extends DiffLine {
  readonly incidental: boolean;
}

/**
 * @param name What the exchange is to the reader: `Control`, `Case`, `Exchange 17`. Names the scrollable regions.
 * @param request The lines of the request when they were compared with another one.
 * @param answered The lines of the answer when they were.
 */
export function exchangeView(
  item: EvidenceItem,
  name: string,
  request?: readonly MarkedLine[],
  answered?: readonly MarkedLine[],
): Markup {
  const sent = requestLines(item.request);
  const lines = request === undefined ? sent.lines.map(plainLine) : request.map(markedLine);
  return html`<p class="note">Exchange ${item.number}, connection ${item.connection}${item.reused === true ? ', which had carried others before' : ''}, sent ${formatDuration(item.startedMs)} into the run, took ${formatDuration(item.durationMs)}</p>
${message(`${name}: request`, 'Sent', lines, sent)}
${item.answer === undefined ? undefined : answer(name, answerLines(item.answer), answered)}
${item.failure === undefined ? undefined : failure(item.failure)}`;
}

/** `202 Accepted`, or why there was no answer: for a heading. */
export function outcomeWords(item: EvidenceItem): string {
  if (item.answer !== undefined) return `${item.answer.status} ${item.answer.reason}`.trimEnd();
  return item.failure === undefined ? 'no answer' : `no answer: ${item.failure.kind}`;
}

function answer(name: string, received: MessageLines, marked?: readonly MarkedLine[]): Markup {
  const lines = marked === undefined ? received.lines.map(plainLine) : marked.map(markedLine);
  return message(`${name}: answer`, 'Received', lines, received);
}

function message(label: string, title: string, lines: readonly Markup[], { notes }: MessageLines): Markup {
  return html`<div class="message"><div class="message-title">${title}<span class="note">${notes.join(', ')}</span></div>
<pre tabindex="0" role="group" aria-label="${label}"><code>${lines}</code></pre></div>`;
}

function failure({ kind, message: words }: NonNullable<EvidenceItem['failure']>): Markup {
  return html`<p class="transport"><strong>${kind === 'staged' ? 'On purpose.' : 'No complete answer.'}</strong> ${transportWords(kind)} <span class="note">${value(words)}</span></p>`;
}

function plainLine(text: string): Markup {
  return html`<span class="line">${visible(text)}
</span>`;
}

function markedLine(line: MarkedLine): Markup {
  if (!line.changed)
    return html`<span class="line">${marked(line.pieces)}
</span>`;
  const [style, sign, words] = line.incidental
    ? ['incidental', '≈', 'differs in every request: ']
    : ['differs', '≠', 'differs: '];
  return html`<span class="line ${style}"><span class="sign" aria-hidden="true">${sign}</span><span class="for-readers">${words}</span>${marked(line.pieces)}
</span>`;
}

/** Why no complete answer came, by kind of failure. */
const transportFailures: ReadonlyMap<string, string> = new Map([
  ['dns', 'The host name could not be resolved.'],
  ['connection-refused', 'Nothing accepts connections at this address.'],
  ['tls', 'No trusted encrypted connection could be made.'],
  ['proxy', 'The proxy opened no way to the service.'],
  ['connect-timeout', 'No connection was made in time.'],
  ['write-timeout', 'The request could not be written in time.'],
  ['answer-timeout', 'The request was sent, and no answer began in time.'],
  ['body-timeout', 'The answer began but did not end in time.'],
  ['reset', 'The connection was reset before the answer was complete.'],
  ['closed-early', 'The connection was closed before the answer was complete.'],
  ['cut-answer', 'The connection was closed before the body was complete.'],
  ['not-http', 'What came is not HTTP/1.1.'],
  ['malformed-answer', 'What came is no well-formed HTTP answer.'],
  ['answer-too-large', 'The answer was larger than the suite reads.'],
  ['throttled', 'The service kept asking to wait, for longer than the suite waits.'],
  ['budget-spent', 'Not sent: the request budget was spent.'],
  ['token-dead', 'Refused because the access token was no longer good: this says nothing of the request.'],
  ['staged', 'The scenario plays this:'],
  ['framing', 'The request is not well-formed HTTP.'],
  ['aborted', 'Not finished: the run was cut short.'],
]);

/** A sentence for a kind of transport failure; a kind from a later edition of the record gets a general one. */
function transportWords(kind: string): string {
  return transportFailures.get(kind) ?? 'The exchange failed in transport.';
}

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
