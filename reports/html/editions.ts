/** The same target judged by several editions, clause by clause and side by side. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { plural } from '../../text/format.js';
import { type EditionRow, editionsTable, type JudgedEdition } from '../editions.js';
import type { ClauseVerdict } from '../overview.js';
import { verdictChip } from './icons.js';
import { html, type Markup } from './markup.js';
import { code, value } from './visible-markup.js';

/** Nothing when the run was made by one edition only. */
export function editionsSection(record: RunRecord): Markup | undefined {
  const table = editionsTable(record);
  if (table === undefined) return undefined;
  const { editions, rows } = table;
  return html`<section aria-labelledby="editions"><h2 id="editions">Editions side by side</h2>
<p>The first edition decides the verdict. The others were judged after it, against the same target.</p>
<ul>${editions.map(about)}</ul>
<table class="clauses"><caption class="for-readers">Clauses with their verdict in each edition</caption>
<thead><tr><th scope="col">Clause</th>${editions.map(({ edition }) => html`<th scope="col">${value(edition, 20)}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody>
</table></section>`;
}

function about({ edition, layout, verdict, reason, requests }: JudgedEdition): Markup {
  return html`<li>Edition ${value(edition, 20)}, layout ${layout}: ${verdict}, ${plural(requests, 'request')}. ${value(reason, 400)}</li>`;
}

function row({ clause, verdicts }: EditionRow): Markup {
  return html`<tr><th scope="row">${code(clause)}</th>${verdicts.map((verdict) => html`<td>${cell(verdict)}</td>`)}</tr>`;
}

function cell(verdict: ClauseVerdict | undefined): Markup {
  return verdict === undefined ? html`<span class="note">no part of it</span>` : verdictChip(verdict);
}
