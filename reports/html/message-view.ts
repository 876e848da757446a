/** One exchange as it went over the wire: request, answer or failure of transport, times and connection. */
import type { EvidenceItem } from '../../schemas/record/run-record.js';
import { formatDuration } from '../../text/format.js';
import type { DiffLine } from '../../text/line-diff.js';
import { html, type Markup } from './markup.js';
import { answerLines, type MessageLines, requestLines } from './message-lines.js';
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
  return html`<p class="note">Exchange ${item.number}, connection ${item.connection}, sent ${formatDuration(item.startedMs)} into the run, took ${formatDuration(item.durationMs)}</p>
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
  ['malformed-answer', 'What came is not an HTTP answer.'],
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
