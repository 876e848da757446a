/** Findings that are no failures of the run: one entry each, with cause, what was expected and what came. */
import type { EvidenceItem, FindingRecord } from '../../schemas/record/run-record.js';
import { plural } from '../../text/format.js';
import { waiverWords } from '../release-words.js';
import { type Anchors, clauseLink } from './anchors.js';
import type { CardContext } from './failures.js';
import { html, type Markup } from './markup.js';
import { exchangeView } from './message-view.js';
import { moreInRecord, value } from './visible-markup.js';

const maxEntries = 200;
/** Characters of a section after which entries come without their messages. */
const maxCharacters = 2_000_000;

/** @param empty what is told where there are none. */
export function findingsSection(title: 'Undecided' | 'Observations', empty: string, context: CardContext): Markup {
  const id = title === 'Undecided' ? 'undecided' : 'observations';
  const findings = context.overview[id];
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="count">${findings.length}</span></h2>
${findings.length === 0 ? html`<p>${empty}</p>` : findingEntries(findings, context)}</section>`;
}

/** The findings of a section as a list, the first ones with their messages. */
export function findingEntries(findings: readonly FindingRecord[], { overview, anchors }: CardContext): Markup {
  const entries: Markup[] = [];
  let characters = 0;
  for (const finding of findings.slice(0, maxEntries)) {
    const item = characters > maxCharacters ? undefined : overview.evidenceOf(finding.exchange);
    const next = entry(finding, anchors, item);
    characters += next.length;
    entries.push(next);
  }
  return html`<ul class="entries">${entries}</ul>
${moreInRecord(findings.length - maxEntries, 'more entry')}`;
}

function entry(finding: FindingRecord, anchors: Anchors, item: EvidenceItem | undefined): Markup {
  const { label, count, clause, cause, expected, got, advice, waiver } = finding;
  const fact = (name: string, text: string | undefined) =>
    text === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value(text, 800)}</dd></div>`;
  return html`<li><p><strong>${value(label, 300)}</strong> <span class="note">${plural(count, 'case')}</span></p>
<p class="meta">${clauseLink(clause, anchors)}${cause === undefined ? undefined : html` <span>cause: ${value(cause, 100)}</span>`}</p>
<dl class="named told">${fact('Expected', expected)}${fact('Came', got)}
${fact('What to do', advice)}${fact('Waived', waiver && waiverWords(waiver))}</dl>
${item === undefined ? evidenceNote(finding) : html`<details><summary>Exchange ${item.number}</summary>${exchangeView(item, `Exchange ${item.number}`)}</details>`}</li>`;
}

function evidenceNote({ exchange }: FindingRecord): Markup | undefined {
  return exchange === undefined
    ? undefined
    : html`<p class="note">Exchange ${exchange}: not shown here, see run.json.</p>`;
}
