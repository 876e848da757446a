/** Small icons of our own drawing. Each stands beside a word and is hidden from screen readers. */
import type { ClauseVerdict } from '../overview.js';
import type { ReleaseAnswer } from '../release-words.js';
import { html, type Markup, trusted } from './markup.js';

const shapes = {
  check: '<path d="M4 12.5 9.5 18 20 6.5"/>',
  cross: '<path d="M5.5 5.5l13 13M18.5 5.5l-13 13"/>',
  question: '<path d="M8 8.5a4 4 0 1 1 5.8 3.6c-1.2.6-1.8 1.3-1.8 2.6"/><path d="M12 19.2v.1"/>',
  dash: '<path d="M5 12h14"/>',
  eye: '<path d="M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z"/><circle cx="12" cy="12" r="2.5"/>',
  flag: '<path d="M6 21V4h11l-2.5 4L17 12H6"/>',
  warning: '<path d="M12 4 2.8 20h18.4z"/><path d="M12 10v4.5M12 17.3v.1"/>',
} as const;

type Shape = keyof typeof shapes;

const ofVerdict: Readonly<Record<ClauseVerdict, Shape>> = {
  conformant: 'check',
  nonconformant: 'cross',
  inconclusive: 'question',
  'not exercised': 'dash',
  waived: 'flag',
  observed: 'eye',
};

const ofAnswer: Readonly<Record<ReleaseAnswer['word'], Shape>> = { YES: 'check', NO: 'cross', UNDECIDED: 'question' };

export function icon(shape: Shape): Markup {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${trusted(shapes[shape])}</svg>`;
}

export function answerIcon(answer: ReleaseAnswer): Markup {
  return icon(ofAnswer[answer.word]);
}

/** A verdict as icon and word in its colour. */
export function verdictChip(verdict: ClauseVerdict): Markup {
  return html`<span class="chip ${verdictClass(verdict)}">${icon(ofVerdict[verdict])}${verdict}</span>`;
}

/** The class that carries the colour of a verdict. */
export function verdictClass(verdict: ClauseVerdict): string {
  return `is-${verdict.replace(' ', '-')}`;
}
