/** The first difference of an identity failure: both texts around it, the one code point marked and named. */

import { plural } from '../../text/format.js';
import type { IdentityDifference } from '../identity-difference.js';
import { html, type Markup } from './markup.js';
import { visible } from './visible-markup.js';

/** Code points shown before and behind the one that differs. */
const around = 48;

export function identityDifferenceView({ control, case: probed, first, sentence }: IdentityDifference): Markup {
  return html`<div class="difference"><h4>The first difference: ${sentence}</h4>
<dl class="named"><div><dt>Control</dt><dd>${excerpt(control, first.position)}</dd></div>
<div><dt>Case</dt><dd>${excerpt(probed, first.position)}</dd></div></dl></div>`;
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
