/** Waived failures, shown and not hidden: each beside who accepts it and until when, and what of the file is to be mended. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { command } from './commands.js';
import type { CardContext } from './failure-card.js';
import { findingEntries } from './findings-list.js';
import { html, type Markup } from './markup.js';
import { code, value } from './visible-markup.js';

type WaiverEntry = NonNullable<RunRecord['waivers']>['entries'][number];

const maxEntries = 1_000;

/** Nothing for a run without a waivers file. */
export function waiversSection(record: RunRecord, context: CardContext): Markup | undefined {
  const { waivers } = record;
  if (waivers === undefined) return undefined;
  const { waived } = context.overview;
  return html`<section aria-labelledby="waivers"><h2 id="waivers">Waivers <span class="count">${waivers.entries.length}</span></h2>
<p class="note">From ${code(waivers.file)}, as of ${value(waivers.today, 20)}. What is waived is broken all the same; it does not make the run fail.</p>
${waivers.entries.length === 0 ? html`<p>The file has no entries.</p>` : entriesTable(waivers.entries)}
${waivers.correction === undefined ? undefined : html`<h3>To mend the file</h3>${command('Correction', waivers.correction)}`}
<h3>Waived failures <span class="count">${waived.length}</span></h3>
${waived.length === 0 ? html`<p>No failure is waived.</p>` : findingEntries(waived, context)}</section>`;
}

function entriesTable(entries: readonly WaiverEntry[]): Markup {
  const rows = entries.slice(0, maxEntries).map(
    (entry) =>
      html`<tr><td>${statusChip(entry.status)}</td><th scope="row">${code(entry.clause)}<span class="note told-below">${value(entry.told, 300)}</span>
<span class="narrow note">${value(entry.reason, 600)}${scope(entry)} (${value(entry.owner, 200)}, ${value(entry.ticket, 200)})</span></th>
<td class="wide reason-cell">${value(entry.reason, 600)}${scope(entry)}</td><td class="wide">${value(entry.owner, 200)}</td><td class="wide">${value(entry.ticket, 200)}</td><td class="day">${value(entry.expires, 20)}</td></tr>`,
  );
  return html`<table class="changes"><caption class="for-readers">Entries of the waivers file with what became of each</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Clause</th><th scope="col" class="wide reason-cell">Reason</th><th scope="col" class="wide">Owner</th><th scope="col" class="wide">Ticket</th><th scope="col">Holds until</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function scope({ edition, target }: WaiverEntry): Markup | undefined {
  const parts = [edition === undefined ? [] : [`edition ${edition}`], target === undefined ? [] : [`target ${target}`]];
  const words = parts.flat().join(', ');
  return words === '' ? undefined : html` <span class="note">Only for ${value(words, 300)}.</span>`;
}

const toneOf: Readonly<Record<WaiverEntry['status'], string>> = {
  used: 'is-waived',
  expired: 'is-nonconformant',
  'no longer needed': 'is-inconclusive',
  'not decided': 'is-not-exercised',
  'not for this run': 'is-not-exercised',
};

function statusChip(status: WaiverEntry['status']): Markup {
  return html`<span class="chip ${toneOf[status]}">${status}</span>`;
}
