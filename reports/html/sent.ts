/** What the run sent, test by test, and what stays behind: every conversation with channel, subject and identifier, bounded. */
import type { ServiceRecord, SpecRecord } from '../../schemas/record/run-record.js';
import { formatDuration, formatNumber, plural } from '../../text/format.js';
import { html, type Markup } from './markup.js';
import { code, moreInRecord, value } from './visible-markup.js';

/** A run has some dozens of tests; a record with more is shown in its first ones. */
const maxTests = 1_000;

export function sentSection({ specs }: ServiceRecord): Markup {
  const total = (pick: (spec: SpecRecord) => number) => specs.reduce((sum, spec) => sum + pick(spec), 0);
  return html`<section aria-labelledby="sent"><h2 id="sent">What the run sent</h2>
<table class="sent"><caption class="for-readers">Tests of the run with cases, requests and time</caption>
<thead><tr><th scope="col">Test</th><th scope="col" class="number">Cases</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Time</th></tr></thead>
<tbody>${specs.slice(0, maxTests).map(testRow)}</tbody>
<tfoot><tr><th scope="row">All tests</th><td class="number">${formatNumber(total((spec) => spec.cases))}</td><td class="number">${formatNumber(total((spec) => spec.requests))}</td><td class="number">${formatDuration(total((spec) => spec.durationMs))}</td></tr></tfoot>
</table>${moreInRecord(specs.length - maxTests, 'more test')}</section>`;
}

function testRow(spec: SpecRecord): Markup {
  return html`<tr><th scope="row">${value(spec.title, 300)} <span class="identity">${code(spec.file)}</span></th><td class="number">${formatNumber(spec.cases)}</td><td class="number">${formatNumber(spec.requests)}</td><td class="number">${formatDuration(spec.durationMs)}</td></tr>`;
}

type Conversations = NonNullable<ServiceRecord['conversations']>;

const maxConversations = 200;

/** Longer values are cut here; run.json has them whole. */
const valueLimit = 300;

/** Nothing for records of earlier versions, which do not know. */
export function conversationsSection({ conversations, target }: ServiceRecord): Markup | undefined {
  if (conversations === undefined) return undefined;
  const { total, prefixes, list, uncertain } = conversations;
  const shown = list.slice(0, maxConversations);
  const where =
    target.kind === 'embedded mock' ? 'They went with the mock at the end of the run.' : 'The API cannot delete them.';
  const table = html`<table class="conversations"><caption class="for-readers">Conversations left behind with channel, subject and identifier</caption>
<thead><tr><th scope="col">Channel</th><th scope="col">Subject</th><th scope="col">Identifier</th></tr></thead>
<tbody>${shown.map(conversationRow)}</tbody></table>`;
  const rest = total - shown.length;
  return html`<section aria-labelledby="conversations"><h2 id="conversations">Conversations left behind</h2>
<p><strong class="figure">${formatNumber(total)}</strong> ${total === 1 ? 'conversation was' : 'conversations were'} established or met, by requests that should have been refused as well. ${where} Their subjects hold ${prefixes.map((prefix, index) => html`${index === 0 ? '' : ' or '}<code>${value(prefix, 40)}</code>`)}${exceptions(conversations)}.</p>
${uncertain > 0 ? html`<p>${plural(uncertain, 'further pair')} got no answer or a 5xx status: whether a conversation was established for ${uncertain === 1 ? 'it' : 'them'} is not known.</p>` : undefined}
${shown.length === 0 ? undefined : table}
${rest > 0 ? html`<p class="note">${formatNumber(rest)} more; run.json lists ${formatNumber(list.length)} of them all.</p>` : undefined}</section>`;
}

/** Subjects that would not be what they are behind a prefix. */
function exceptions({ withoutPrefix }: Conversations): string {
  if (withoutPrefix === 0) return '';
  const kinds =
    'single characters, the shortest subject, bare numbers, phone numbers that nobody has, subjects that cannot be read';
  return `, but for ${formatNumber(withoutPrefix)}, which come first here (${kinds})`;
}

function conversationRow({ channel, subject, identifier }: Conversations['list'][number]): Markup {
  const cell = (text: string | undefined) =>
    text === undefined
      ? html`<span class="note">not readable</span>`
      : text === ''
        ? html`<span class="unseen">nothing</span>`
        : value(text, valueLimit);
  return html`<tr><td>${cell(channel)}</td><td>${cell(subject)}</td><td>${cell(identifier)}</td></tr>`;
}
