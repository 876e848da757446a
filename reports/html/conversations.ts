/** The section on what stays behind: every conversation of the run with channel, subject and identifier, bounded. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { formatNumber, plural } from '../../text/format.js';
import { html, type Markup } from './markup.js';
import { value } from './visible-markup.js';

type Conversations = NonNullable<RunRecord['conversations']>;

const maxRows = 200;

/** Longer values are cut here; run.json has them whole. */
const limit = 300;

/** Nothing for records of earlier versions, which do not know. */
export function conversationsSection({ conversations, target }: RunRecord): Markup | undefined {
  if (conversations === undefined) return undefined;
  const { total, prefixes, list, uncertain } = conversations;
  const shown = list.slice(0, maxRows);
  const where =
    target.kind === 'embedded mock' ? 'They went with the mock at the end of the run.' : 'The API cannot delete them.';
  const table = html`<table class="conversations"><caption class="for-readers">Conversations left behind with channel, subject and identifier</caption>
<thead><tr><th scope="col">Channel</th><th scope="col">Subject</th><th scope="col">Identifier</th></tr></thead>
<tbody>${shown.map(row)}</tbody></table>`;
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

function row({ channel, subject, identifier }: Conversations['list'][number]): Markup {
  const cell = (text: string | undefined) =>
    text === undefined
      ? html`<span class="note">not readable</span>`
      : text === ''
        ? html`<span class="unseen">nothing</span>`
        : value(text, limit);
  return html`<tr><td>${cell(channel)}</td><td>${cell(subject)}</td><td>${cell(identifier)}</td></tr>`;
}
