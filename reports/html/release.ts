/** What decides a release beside the verdicts: waivers, shown with what they cover, and what changed since an earlier run. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { plural } from '../../text/format.js';
import { baselineWords } from '../release-words.js';
import { clauseLink } from './anchors.js';
import { command } from './commands.js';
import type { CardContext } from './failures.js';
import { findingEntries } from './findings-list.js';
import { html, type Markup } from './markup.js';
import { code, moreInRecord, value } from './visible-markup.js';

type WaiverEntry = NonNullable<RunRecord['waivers']>['entries'][number];

const maxRows = 1_000;

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
  const rows = entries.slice(0, maxRows).map(
    (entry) =>
      html`<tr><td>${chip(entry.status)}</td><th scope="row">${code(entry.clause)}<span class="note told-below">${value(entry.told, 300)}</span>
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

type Baseline = NonNullable<RunRecord['baseline']>;
type Change = Baseline['clauses'][number]['change'];

const order: readonly Change[] = ['new', 'undecided', 'gone', 'still failing', 'fixed'];

/** The class that carries the colour of what became of a waiver, or of a change. */
const toneOf: Readonly<Record<WaiverEntry['status'] | Change, string>> = {
  used: 'is-waived',
  expired: 'is-nonconformant',
  'no longer needed': 'is-inconclusive',
  'not decided': 'is-not-exercised',
  'not for this run': 'is-not-exercised',
  new: 'is-nonconformant',
  undecided: 'is-inconclusive',
  gone: 'is-not-exercised',
  'still failing': 'is-waived',
  fixed: 'is-conformant',
};

/** Nothing for a run that is compared with none. */
export function baselineSection({ baseline }: RunRecord, context: CardContext): Markup | undefined {
  if (baseline === undefined) return undefined;
  return html`<section aria-labelledby="baseline"><h2 id="baseline">Since the baseline</h2>
<p>${value(baselineWords(baseline), 600)}</p>
<p class="note">The baseline: edition ${value(baseline.edition, 40)}${told('level', baseline.level)}${told('layout', baseline.layout)}${told('seed', baseline.seed)}, ${value(baseline.baseUrl, 200)}.</p>
${baseline.warnings.length === 0 ? undefined : html`<ul>${baseline.warnings.slice(0, 30).map((warning) => html`<li>${value(warning, 400)}</li>`)}</ul>`}
${clausesTable(baseline, context)}${findingsTable(baseline, context)}</section>`;
}

/** What the run of a connector does not have is not told of it. */
function told(name: string, fact: string | number | undefined): Markup | undefined {
  return fact === undefined ? undefined : html`, ${name} ${value(String(fact), 40)}`;
}

function clausesTable({ clauses }: Baseline, { anchors }: CardContext): Markup {
  if (clauses.length === 0) return html`<p>No clause has changed, and none fails.</p>`;
  const rows = sorted(clauses).map(
    ({ id, change, before, now }) =>
      html`<tr><td>${chip(change)}</td><th scope="row">${clauseLink(id, anchors)}<span class="narrow note">${value(before, 40)}, now ${value(now, 40)}</span></th><td class="wide verdict-cell">${value(before, 40)}</td><td class="wide verdict-cell">${value(now, 40)}</td></tr>`,
  );
  return html`<table class="changes"><caption class="for-readers">Clauses that changed since the baseline, and those that still fail</caption>
<thead><tr><th scope="col">Change</th><th scope="col">Clause</th><th scope="col" class="wide">Then</th><th scope="col" class="wide">Now</th></tr></thead><tbody>${rows.slice(0, maxRows)}</tbody></table>
${moreInRecord(rows.length - maxRows, 'more row')}`;
}

function findingsTable({ findings }: Baseline, { anchors }: CardContext): Markup | undefined {
  if (findings.length === 0) return undefined;
  const rows = sorted(findings).map(
    ({ clause, label, change, waived }) =>
      html`<tr><td>${chip(change)}</td><th scope="row">${clauseLink(clause, anchors)}</th><td>${value(label, 300)}${waived ? html` <span class="note">waived</span>` : undefined}</td></tr>`,
  );
  return html`<details><summary>${plural(findings.length, 'failure')} by case</summary><table class="changes"><caption class="for-readers">Failures by case, beside the baseline</caption>
<thead><tr><th scope="col">Change</th><th scope="col">Clause</th><th scope="col">Case</th></tr></thead><tbody>${rows.slice(0, maxRows)}</tbody></table>
${moreInRecord(rows.length - maxRows, 'more row')}</details>`;
}

function sorted<T extends { readonly change: Change }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((one, other) => order.indexOf(one.change) - order.indexOf(other.change));
}

function chip(word: keyof typeof toneOf): Markup {
  return html`<span class="chip ${toneOf[word]}">${word}</span>`;
}
