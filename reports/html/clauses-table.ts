/** Every clause, grouped by place, with its verdict, and where there are several editions, in each of them. */
import type { ClauseResult, FindingRecord, RunRecord } from '../../schemas/record/run-record.js';
import { formatNumber, plural } from '../../text/format.js';
import { type EditionRow, editionsTable, type JudgedEdition } from '../editions.js';
import { casesOf, isElsewhere } from '../overview.js';
import { waiverWords } from '../release-words.js';
import { type CardContext, maxLines } from './failures.js';
import { verdictChip } from './icons.js';
import { html, type Markup } from './markup.js';
import { code, value } from './visible-markup.js';

export function clausesSection(record: RunRecord, context: CardContext): Markup {
  const firstFailure = firstFailures(context);
  const left = record.clauses.filter((clause) => isElsewhere(clause, record.judges)).length;
  const groups = context.overview.groups
    .map(({ place, clauses }) => ({ place, clauses: clauses.filter((one) => !isElsewhere(one, record.judges)) }))
    .filter(({ clauses }) => clauses.length > 0);
  return html`<section aria-labelledby="clauses"><h2 id="clauses">Every clause <span class="count">${record.clauses.length - left}</span></h2>
${left === 0 ? undefined : html`<p class="note">${plural(left, 'clause')} that only connectors owe, and that nothing was sent for, are in run.json.</p>`}
${toolbar(context)}
<table class="clauses"><caption class="for-readers">Clauses by place in the specification, with verdict and number of cases</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">Clause</th><th scope="col" class="wide">Sureness</th><th scope="col" class="wide">Owed by</th><th scope="col" class="number">Cases</th></tr></thead>
${groups.map(
  ({ place, clauses }) => html`<tbody><tr class="place"><th scope="rowgroup" colspan="5">${value(place, 200)}</th></tr>
${clauses.map((clause) => row(clause, context, firstFailure.get(clause.id)))}</tbody>`,
)}
</table><p id="no-clause" hidden>No clause fits the filter.</p></section>`;
}

/** Hidden until the script, which filters and searches, is there. */
function toolbar({ overview }: CardContext): Markup {
  const buttons = Array.from(
    overview.counts,
    ([verdict, count]) =>
      html`<button type="button" data-filter="${verdict}" aria-pressed="false">${verdict} <span class="count">${count}</span></button>`,
  );
  return html`<div class="toolbar" role="group" aria-label="Filter the clauses" hidden>
<button type="button" data-filter="" aria-pressed="true">all</button>${buttons}
<label class="search"><span>Search</span> <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<span role="status" id="shown" class="note"></span></div>`;
}

function row(clause: ClauseResult, { anchors }: CardContext, failure: FindingRecord | undefined): Markup {
  const link =
    failure === undefined
      ? undefined
      : html` <a href="#${anchors.failure(failure)}">See the failure<span class="for-readers"> of ${value(clause.id, 120)}</span></a>`;
  const cause =
    clause.cause === undefined ? undefined : html` <span class="note">cause: ${value(clause.cause, 100)}</span>`;
  const waiver = clause.waiver && html` <span class="note">waived ${value(waiverWords(clause.waiver), 600)}</span>`;
  return html`<tr id="${anchors.clause(clause.id) ?? ''}" data-verdict="${clause.verdict}"><td>${verdictChip(clause.verdict)}</td>
<td class="statement">${value(clause.statement, 600)} <span class="identity">${code(clause.id)}</span><span class="narrow note">${clause.sureness}, owed by ${clause.owes}</span>${cause}${waiver}${link}</td>
<td class="wide">${clause.sureness}</td><td class="wide">${clause.owes}</td><td class="number">${cases(clause)}</td></tr>`;
}

function cases(clause: ClauseResult): Markup {
  const failed = clause.cases.nonconformant;
  const detail = failed > 0 ? html`<span class="note">${formatNumber(failed)} failed</span>` : undefined;
  return html`<span class="for-readers">${plural(casesOf(clause), 'case')}</span><span aria-hidden="true">${formatNumber(casesOf(clause))}</span>${detail}`;
}

function firstFailures({ overview }: CardContext): ReadonlyMap<string, FindingRecord> {
  // Of several the last one set stays.
  const lastFirst = overview.failures.slice(0, maxLines).toReversed();
  return new Map(lastFirst.map((finding) => [finding.clause, finding]));
}

/** Nothing when the run was made by one edition only. */
export function editionsSection(record: RunRecord): Markup | undefined {
  const table = editionsTable(record);
  if (table === undefined) return undefined;
  const { editions, rows } = table;
  return html`<section aria-labelledby="editions"><h2 id="editions">Editions side by side</h2>
<p>The first edition decides the verdict. The others were judged after it, against the same target.</p>
<ul>${editions.map(aboutEdition)}</ul>
<table class="clauses"><caption class="for-readers">Clauses with their verdict in each edition</caption>
<thead><tr><th scope="col">Clause</th>${editions.map(({ edition }) => html`<th scope="col">${value(edition, 20)}</th>`)}</tr></thead>
<tbody>${rows.map(editionRow)}</tbody>
</table></section>`;
}

function aboutEdition({ edition, layout, verdict, reason, requests }: JudgedEdition): Markup {
  return html`<li>Edition ${value(edition, 20)}, layout ${layout}: ${verdict}, ${plural(requests, 'request')}. ${value(reason, 400)}</li>`;
}

function editionRow({ clause, verdicts }: EditionRow): Markup {
  return html`<tr><th scope="row">${code(clause)}</th>${verdicts.map((verdict) => html`<td>${verdict === undefined ? html`<span class="note">no part of it</span>` : verdictChip(verdict)}</td>`)}</tr>`;
}
