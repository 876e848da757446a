/** Explains the words and signs of the page to somebody who sees one for the first time. */
import { type ClauseVerdict, verdictOrder } from '../overview.js';
import { verdictChip } from './icons.js';
import { html, type Markup } from './markup.js';

const meanings: Readonly<Record<ClauseVerdict, string>> = {
  conformant: 'Every case that probes the clause came out as it must; refusals count only beside an accepted control.',
  nonconformant:
    'At least one case broke the clause, and did so again when it was repeated, or the answers prove it by themselves.',
  inconclusive: 'It could not be judged; the cause is named. Neither a pass nor a failure.',
  'not exercised': 'No case probed the clause in this run.',
  waived: 'Broken, and accepted by name in the waivers file until a date.',
  observed: 'Seen and recorded, but no obligation: the specification leaves it open.',
};

const words = [
  ['stated', 'The specification says so.'],
  ['implied', 'The specification does not work without it.'],
  ['assumed', 'The specification is silent; this is how the suite reads it.'],
  ['control', 'The same request without the fault. It must be accepted, or the case says nothing.'],
  ['case', 'One generated request or sequence that probes one clause.'],
] as const;

export function legendSection(): Markup {
  return html`<section aria-labelledby="legend"><h2 id="legend">Legend</h2><dl class="named legend">
${verdictOrder.map((verdict) => html`<div><dt>${verdictChip(verdict)}</dt><dd>${meanings[verdict]}</dd></div>`)}
${words.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}
<div><dt><span class="unseen">⟨U+200B⟩</span></dt><dd>A character that cannot be seen, by its code point; <span class="unseen">⟨0xE9⟩</span> is a byte that is not UTF-8, <span class="unseen">␣</span> a blank, <span class="unseen">⇥</span> a tab, <span class="unseen">⟨LF⟩</span> and <span class="unseen">⟨CR⟩</span> line ends other than CRLF.</dd></div>
</dl></section>`;
}
