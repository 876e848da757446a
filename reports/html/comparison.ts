/** What control and case differ in: the one value, or the one code point of an identity failure, and both exchanges with it marked. */
import type { EvidenceItem, FindingRecord } from '../../schemas/record/run-record.js';
import { clip } from '../../text/clip.js';
import { codePointNumbers } from '../../text/code-points.js';
import { plural } from '../../text/format.js';
import { type DiffLine, diffLines, diffPieces } from '../../text/line-diff.js';
import { type IdentityDifference, identityDifference } from '../identity-words.js';
import { html, type Markup } from './markup.js';
import { answerLines, exchangeView, type MarkedLine, outcomeWords, requestLines } from './message-view.js';
import { marked, value, visible } from './visible-markup.js';

type Difference = NonNullable<FindingRecord['difference']>;

export function comparison(control: EvidenceItem, probed: EvidenceItem, difference?: Difference): Markup {
  const diff = diffLines(requestLines(control.request).lines, requestLines(probed.request).lines);
  const mark = (line: DiffLine): MarkedLine => ({ ...line, incidental: isIncidental(line, difference) });
  const answers = markedAnswers(control, probed, difference);
  return html`<div class="beside">
<div class="side"><h4>Control <span class="outcome">${value(outcomeWords(control))}</span></h4>${exchangeView(control, 'Control', diff.left.map(mark), answers?.control)}</div>
<div class="side"><h4>Case <span class="outcome">${value(outcomeWords(probed))}</span></h4>${exchangeView(probed, 'Case', diff.right.map(mark), answers?.probed)}</div>
</div>`;
}

/** Where the difference lies in the answers, these are marked too; a date or a length that differs says nothing. */
function markedAnswers(control: EvidenceItem, probed: EvidenceItem, difference: Difference | undefined) {
  if (control.answer === undefined || probed.answer === undefined) return undefined;
  if (difference?.at?.in !== 'answer') return undefined;
  const diff = diffLines(answerLines(control.answer).lines, answerLines(probed.answer).lines);
  const mark = (value: string) => (line: DiffLine) => {
    const text = line.pieces.map((piece) => piece.text).join('');
    return { ...line, incidental: !text.includes(value) };
  };
  return { control: diff.left.map(mark(difference.control)), probed: diff.right.map(mark(difference.case)) };
}

/** Fields that differ between any two requests, and so say nothing unless the case is about them. */
const alwaysDifferent = ['requestid', 'content-length'] as const;

function isIncidental(line: DiffLine, difference: Difference | undefined): boolean {
  if (!line.changed || line.other === undefined) return false;
  const text = line.pieces.map((piece) => piece.text).join('');
  const [name, otherName] = [fieldName(text), fieldName(line.other)];
  const known = alwaysDifferent.find((field) => field === name && field === otherName);
  if (known === undefined || difference === undefined) return known !== undefined;
  // A record of an earlier version does not say at what: then every difference is shown as one.
  const { at } = difference;
  return at !== undefined && !(at.in === 'header' && at.name.toLowerCase() === known);
}

function fieldName(line: string): string {
  return line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase();
}

/** Undefined for a finding without a control to compare with. */
export function differenceView(finding: FindingRecord): Markup | undefined {
  const identity = identityDifference(finding);
  if (identity !== undefined) return identityView(identity);
  return finding.difference === undefined ? undefined : valuesView(finding.difference);
}

function view(title: Markup, control: Markup, probed: Markup): Markup {
  return html`<div class="difference"><h4>${title}</h4>
<dl class="named"><div><dt>Control</dt><dd>${control}</dd></div>
<div><dt>Case</dt><dd>${probed}</dd></div></dl></div>`;
}

const differenceLimit = 600;
/** Code points are listed for short values only: for long ones the marks in the messages serve better. */
const codePointLimit = 40;

function valuesView(difference: Difference): Markup {
  const control = clip(difference.control, differenceLimit).text;
  const probed = clip(difference.case, differenceLimit).text;
  const title = html`The one difference: ${value(difference.where, 200)}`;
  return view(title, differing(control, probed), differing(probed, control));
}

function differing(text: string, other: string): Markup {
  const shown = text === '' ? html`<span class="unseen">nothing</span>` : marked(diffPieces(text, other));
  const listed = needsCodePoints(text, other) ? html`<span class="note">${codePointNumbers(text)}</span>` : undefined;
  return html`<code class="value">${shown}</code>${listed}`;
}

/** Two short values, one of them beyond ASCII, may look the same and differ. */
function needsCodePoints(text: string, other: string): boolean {
  return text !== '' && text.length <= codePointLimit && /[^\x20-\x7e]/.test(text + other);
}

/** Code points shown before and behind the one that differs. */
const around = 48;

function identityView({ control, case: probed, first, sentence }: IdentityDifference): Markup {
  if (first === undefined)
    return view(html`Two identifiers came`, differing(control, probed), differing(probed, control));
  const title = html`The first difference: ${sentence}`;
  return view(title, excerpt(control, first.position), excerpt(probed, first.position));
}

function excerpt(text: string, position: number): Markup {
  const points = Array.from(text);
  const at = position - 1;
  const start = Math.max(0, at - around);
  const end = Math.min(points.length, at + 1 + around);
  const marked = points[at] === undefined ? html`<span class="unseen">the end</span>` : visible(points[at], 'all');
  const before = visible(points.slice(start, at).join(''), 'none');
  return html`${leftOut(start, 'before')}<code class="value">${before}<mark>${marked}</mark>${visible(points.slice(at + 1, end).join(''))}</code>${leftOut(points.length - end, 'behind')}`;
}

function leftOut(count: number, where: 'before' | 'behind'): Markup | undefined {
  return count > 0 ? html`<span class="note">${plural(count, 'character')} ${where} this left out</span>` : undefined;
}
