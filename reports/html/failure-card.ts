/** One failure as a card: what the clause asks, what was expected, what came, what to do, and the evidence. */
import type { FindingRecord } from '../../schemas/record/run-record.js';
import { plural } from '../../text/format.js';
import type { Overview } from '../overview.js';
import { type Anchors, clauseLink } from './anchors.js';
import { findingCommands, type Replayed } from './commands.js';
import { comparison } from './comparison.js';
import { differenceView } from './difference.js';
import { verdictChip } from './icons.js';
import { html, type Markup } from './markup.js';
import { exchangeView, outcomeWords } from './message-view.js';
import { moreInRecord, value } from './visible-markup.js';

export interface CardContext {
  readonly overview: Overview;
  readonly anchors: Anchors;
  /** Which findings are saved to be sent again, and how many are not. */
  readonly replayed: Replayed;
}

/** @param anchor Id of the card in the page. @param open Whether the evidence is unfolded at first. */
export function failureCard(finding: FindingRecord, anchor: string, open: boolean, context: CardContext): Markup {
  const clause = context.overview.clauseOf(finding.clause);
  return html`<article class="card" id="${anchor}" aria-labelledby="${anchor}-title">
<div class="card-head">${verdictChip('nonconformant')}<span class="note">${plural(finding.count, 'case')} failed${finding.count > 1 ? ' alike, the smallest is shown' : ''}</span></div>
<h3 id="${anchor}-title">${clause === undefined ? value(finding.label, 300) : value(clause.statement, 600)}</h3>
<p class="meta">${clauseLink(finding.clause, context.anchors)}${clause === undefined ? undefined : html` <span>${value(clause.place, 200)}</span> <span>${clause.sureness}</span> <span>owed by ${clause.owes}</span>`}</p>
<dl class="named told"><div><dt>Case</dt><dd>${value(finding.label, 600)}</dd></div>
<div><dt>Expected</dt><dd>${value(finding.expected)}</dd></div>
<div class="came"><dt>Came</dt><dd>${value(finding.got)}</dd></div>
${finding.advice === undefined ? undefined : html`<div><dt>What to do</dt><dd>${value(finding.advice)}</dd></div>`}</dl>
${differenceView(finding)}
<details class="evidence"${open ? html` open` : undefined}><summary>Evidence<span class="for-readers"> for ${value(finding.label, 120)}</span></summary>
${story(finding, context)}${messages(finding, context)}
</details>
${findingCommands(finding, context.replayed)}
</article>`;
}

function messages(finding: FindingRecord, { overview }: CardContext): Markup {
  const probed = overview.evidenceOf(finding.exchange);
  const control = overview.evidenceOf(finding.control);
  const missing = [
    ...(finding.control !== undefined && control === undefined ? [`control, exchange ${finding.control}`] : []),
    ...(finding.exchange !== undefined && probed === undefined ? [`case, exchange ${finding.exchange}`] : []),
  ].map((what) => html`<p class="note">The run record keeps no evidence of the ${what}.</p>`);
  if (probed !== undefined && control !== undefined) return comparison(control, probed, finding.difference);
  if (probed !== undefined) return html`${missing}<h4>Case</h4>${exchangeView(probed, 'Case')}`;
  if (control !== undefined) return html`${missing}<h4>Control</h4>${exchangeView(control, 'Control')}`;
  if (finding.steps !== undefined || missing.length > 0) return html`${missing}`;
  return html`<p class="note">This failure was judged over the whole run and has no single exchange.</p>`;
}

/** Beyond these a story is told in its first steps, and the rest counted. */
const maxSteps = 40;

function story(finding: FindingRecord, { overview }: CardContext): Markup | undefined {
  if (finding.steps === undefined) return undefined;
  const steps = finding.steps.slice(0, maxSteps).map((step) => {
    const item = overview.evidenceOf(step.exchange);
    const evidence =
      item !== undefined
        ? html`<details><summary>Exchange ${item.number}: ${value(outcomeWords(item), 200)}</summary>${exchangeView(item, `Exchange ${item.number}`)}</details>`
        : step.exchange !== undefined
          ? html`<span class="note">Exchange ${step.exchange}: no evidence kept.</span>`
          : undefined;
    return html`<li>${value(step.text, 600)} ${evidence}</li>`;
  });
  const rest = finding.steps.length - maxSteps;
  return html`<h4>What happened, in order</h4><ol class="story">${steps}</ol>
${moreInRecord(rest, 'more step')}`;
}
