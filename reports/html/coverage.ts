/** What the verdict rests on: the history of identities, and what each test of the run sent. */
import type { RunRecord, SpecRecord } from '../../schemas/run-record.js';
import { formatDuration, formatNumber } from '../text/format.js';
import { html, type Markup } from './markup.js';
import { code, value } from './visible-markup.js';

export function identitiesSection({ identities }: RunRecord): Markup {
  const facts = [
    ['Accepted answers', identities.answers, 'answers with an identifier, from every test of the run'],
    ['Pairs', identities.pairs, 'different channels and subjects that were sent'],
    ['Identifiers', identities.identifiers, 'different identifiers that came back'],
    ['Audited', identities.audited, 'pairs asked for once more at the end of the run'],
  ] as const;
  return html`<section aria-labelledby="identities"><h2 id="identities">Identities</h2>
<p>Every accepted answer of the run went into one history: a pair keeps its identifier, and two pairs never share one.</p>
<dl class="facts">${facts.map(([name, count, words]) => html`<div><dt>${name}</dt><dd><strong class="figure">${formatNumber(count)}</strong><span class="note">${words}</span></dd></div>`)}</dl></section>`;
}

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
