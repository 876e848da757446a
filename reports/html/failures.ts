/** The failures, most important first: cards in full up to a bound (what the clause asks, what came, what to do, the evidence), the rest in one line each. */

import type { FindingRecord } from '../../schemas/record/run-record.js';
import { plural } from '../../text/format.js';
import type { FailureGroup, Overview } from '../overview.js';
import { failuresWords, mendsWords, mendWords, rootCauseWords } from '../root-cause-words.js';
import { type Anchors, clauseLink } from './anchors.js';
import { findingCommands, type Replayed } from './commands.js';
import { comparison, differenceView } from './comparison.js';
import { verdictChip } from './icons.js';
import { html, type Markup } from './markup.js';
import { exchangeView, outcomeWords } from './message-view.js';
import { code, moreInRecord, value } from './visible-markup.js';

/** More cards than anybody reads, and few enough for a browser; fewer when a service filled them with long answers. */
const maxCards = 200;
const maxCharacters = 8_000_000;
/** Failures listed in short after the cards; any failure below this number has an anchor in the page. */
export const maxLines = 2_000;
/** Evidence unfolded at first. */
const openCards = 3;

export function failuresSection(context: CardContext): Markup {
  const { failures } = context.overview;
  const mends = mendsWords(context.overview);
  const cards = new Cards(context);
  return html`<section aria-labelledby="failures"><h2 id="failures">Failures <span class="count">${failures.length}</span></h2>
${mends === undefined ? undefined : html`<p><strong>${mends}</strong></p>`}
${failures.length === 0 ? html`<p>No case failed.</p>` : html`<p class="note">Most important first. In the messages ≠ marks what makes the case differ from its control, ≈ what differs in every request. ${context.replayed.told}</p>`}
${context.overview.failureGroups.map((group) => groupView(group, cards))}${cards.summarised()}</section>`;
}

/** Of several failures with one root cause the first, under what is wrong in all of them; the others folded. */
function groupView(group: FailureGroup, cards: Cards): Markup {
  const { rootCause, shown, others, cases } = group;
  const first = cards.of(shown);
  if (rootCause === undefined) return html`${first}`;
  const rest = others.map((finding) => cards.of(finding)).filter((card) => card !== undefined);
  return html`<div class="root-cause"><h3>${value(rootCauseWords(rootCause), 300)}</h3>
<p class="note">One thing to mend: ${failuresWords(group)}, ${plural(cases, 'case')}.</p>
<p>${value(mendWords(rootCause), 300)}</p>
${first}${rest.length === 0 ? undefined : html`<details><summary>${plural(rest.length, 'more failure')} like this</summary>${rest}</details>`}</div>`;
}

/** Full cards up to a bound; what is beyond it is told in short. */
class Cards {
  readonly #context: CardContext;
  readonly #beyond: FindingRecord[] = [];
  #cards = 0;
  #characters = 0;

  constructor(context: CardContext) {
    this.#context = context;
  }

  /** Undefined when it is told in short. */
  of(finding: FindingRecord): Markup | undefined {
    if (this.#cards === maxCards || this.#characters > maxCharacters) {
      this.#beyond.push(finding);
      return undefined;
    }
    const card = failureCard(finding, this.#context.anchors.failure(finding), this.#cards < openCards, this.#context);
    this.#cards += 1;
    this.#characters += card.length;
    return card;
  }

  /** Once all were asked for. */
  summarised(): Markup | undefined {
    const rest = this.#beyond;
    if (rest.length === 0) return undefined;
    const lines = rest
      .slice(0, maxLines)
      .map(
        (finding) =>
          html`<li id="${this.#context.anchors.failure(finding)}">${code(finding.clause)} ${value(finding.label, 120)}: ${value(finding.got, 160)}</li>`,
      );
    return html`<h3>${plural(rest.length, 'more failure')}, in short</h3>
<p class="note">The first ${this.#cards} are shown in full; everything is in run.json.</p><ul class="short">${lines}</ul>
${moreInRecord(rest.length - maxLines, 'more failure')}`;
  }
}

export interface CardContext {
  readonly overview: Overview;
  readonly anchors: Anchors;
  /** Which findings are saved to be sent again, and how many are not. */
  readonly replayed: Replayed;
}

/** @param anchor Id of the card in the page. @param open Whether the evidence is unfolded at first. */
function failureCard(finding: FindingRecord, anchor: string, open: boolean, context: CardContext): Markup {
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
${mergedPairs(finding)}${story(finding, context)}${messages(finding, context)}
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

/** Beyond these the record alone has the pairs of a fold. */
const maxMerged = 20;

function mergedPairs({ merged }: FindingRecord): Markup | undefined {
  if (merged === undefined) return undefined;
  const rows = merged
    .slice(0, maxMerged)
    .map(
      ({ label, control, case: other }) =>
        html`<li>${value(label, 200)}: ${value(control, 200)}, ${value(other, 200)}</li>`,
    );
  return html`<h4>Subjects that came back as one</h4><ul>${rows}</ul>
${moreInRecord(merged.length - maxMerged, 'more pair')}`;
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
