/** What changed since an earlier run, clause by clause, with the failures that are new or gone below. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { plural } from '../../text/format.js';
import { baselineWords } from '../release-words.js';
import { clauseLink } from './anchors.js';
import type { CardContext } from './failure-card.js';
import { html, type Markup } from './markup.js';
import { moreInRecord, value } from './visible-markup.js';

type Baseline = NonNullable<RunRecord['baseline']>;
type Change = Baseline['clauses'][number]['change'];

const maxRows = 1_000;
const order: readonly Change[] = ['new', 'undecided', 'gone', 'still failing', 'fixed'];

const toneOf: Readonly<Record<Change, string>> = {
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

function chip(change: Change): Markup {
  return html`<span class="chip ${toneOf[change]}">${change}</span>`;
}
