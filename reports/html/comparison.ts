/** The control beside the case: both exchanges as they were, the one difference marked in both requests. */
import type { EvidenceItem, FindingRecord } from '../../schemas/record/run-record.js';
import { type DiffLine, diffLines } from '../../text/line-diff.js';
import { html, type Markup } from './markup.js';
import { answerLines, requestLines } from './message-lines.js';
import { exchangeView, type MarkedLine, outcomeWords } from './message-view.js';
import { value } from './visible-markup.js';

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
