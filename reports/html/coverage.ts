/** What the verdict rests on: what each test of the run sent. */
import type { RunRecord, SpecRecord } from '../../schemas/record/run-record.js';
import { formatDuration, formatNumber } from '../../text/format.js';
import { html, type Markup } from './markup.js';
import { code, value } from './visible-markup.js';

/** A run has some dozens of tests; a record with more is shown in its first ones. */
const maxRows = 1_000;

export function sentSection({ specs }: RunRecord): Markup {
  const total = (pick: (spec: SpecRecord) => number) => specs.reduce((sum, spec) => sum + pick(spec), 0);
  const rest = specs.length - maxRows;
  return html`<section aria-labelledby="sent"><h2 id="sent">What the run sent</h2>
<table class="sent"><caption class="for-readers">Tests of the run with cases, requests and time</caption>
<thead><tr><th scope="col">Test</th><th scope="col" class="number">Cases</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Time</th></tr></thead>
<tbody>${specs.slice(0, maxRows).map(row)}</tbody>
<tfoot><tr><th scope="row">All tests</th><td class="number">${formatNumber(total((spec) => spec.cases))}</td><td class="number">${formatNumber(total((spec) => spec.requests))}</td><td class="number">${formatDuration(total((spec) => spec.durationMs))}</td></tr></tfoot>
</table>${rest > 0 ? html`<p class="note">${formatNumber(rest)} more in run.json.</p>` : undefined}</section>`;
}

function row(spec: SpecRecord): Markup {
  return html`<tr><th scope="row">${value(spec.title, 300)} <span class="identity">${code(spec.file)}</span></th><td class="number">${formatNumber(spec.cases)}</td><td class="number">${formatNumber(spec.requests)}</td><td class="number">${formatDuration(spec.durationMs)}</td></tr>`;
}
