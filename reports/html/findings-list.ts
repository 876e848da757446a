/** Undecided findings and observations: one entry each, with cause, what was expected and what came. */
import type { EvidenceItem, FindingRecord } from '../../schemas/record/run-record.js';
import { plural } from '../../text/format.js';
import type { Anchors } from './anchors.js';
import type { CardContext } from './failure-card.js';
import { html, type Markup } from './markup.js';
import { exchangeView } from './message-view.js';
import { code, value } from './visible-markup.js';

const maxEntries = 200;
/** Characters of a section after which entries come without their messages. */
const maxCharacters = 2_000_000;

export function undecidedSection(context: CardContext): Markup {
  return section('undecided', 'Undecided', context.overview.undecided, context, 'Every case could be judged.');
}

export function observationsSection(context: CardContext): Markup {
  const empty = 'Nothing was observed beyond the verdicts.';
  return section('observations', 'Observations', context.overview.observations, context, empty);
}

function section(
  id: string,
  title: string,
  findings: readonly FindingRecord[],
  context: CardContext,
  empty: string,
): Markup {
  const rest = findings.length - maxEntries;
  const entries: Markup[] = [];
  let characters = 0;
  for (const finding of findings.slice(0, maxEntries)) {
    const item = context.overview.evidenceOf(finding.exchange);
    const next = entry(finding, context.anchors, characters > maxCharacters ? undefined : item);
    characters += next.length;
    entries.push(next);
  }
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="count">${findings.length}</span></h2>
${findings.length === 0 ? html`<p>${empty}</p>` : html`<ul class="entries">${entries}</ul>`}
${rest > 0 ? html`<p class="note">${plural(rest, 'more entry')} in run.json.</p>` : undefined}</section>`;
}

function entry(finding: FindingRecord, anchors: Anchors, item: EvidenceItem | undefined): Markup {
  return html`<li><p><strong>${value(finding.label, 300)}</strong> <span class="note">${plural(finding.count, 'case')}</span></p>
<p class="meta">${link(finding.clause, anchors)}${finding.cause === undefined ? undefined : html` <span>cause: ${value(finding.cause, 100)}</span>`}</p>
<dl class="named told"><div><dt>Expected</dt><dd>${value(finding.expected, 800)}</dd></div><div><dt>Came</dt><dd>${value(finding.got, 800)}</dd></div>
${finding.advice === undefined ? undefined : html`<div><dt>What to do</dt><dd>${value(finding.advice, 800)}</dd></div>`}</dl>
${item === undefined ? evidenceNote(finding) : html`<details><summary>Exchange ${item.number}</summary>${exchangeView(item, `Exchange ${item.number}`)}</details>`}</li>`;
}

function evidenceNote({ exchange }: FindingRecord): Markup | undefined {
  return exchange === undefined
    ? undefined
    : html`<p class="note">Exchange ${exchange}: not shown here, see run.json.</p>`;
}

/** A clause id that leads to its row. */
export function link(id: string, anchors: Anchors): Markup {
  const anchor = anchors.clause(id);
  return anchor === undefined ? code(id) : html`<a href="#${anchor}">${code(id)}</a>`;
}
