/**
 * The section on identities: the history in numbers, what the run could have seen of collisions, and the picture of
 * pairs against identifiers. A right service is a clean diagonal, splits and merges stand off it.
 */
import type { ServiceRecord } from '../../schemas/record/run-record.js';
import { formatNumber, plural } from '../../text/format.js';
import { collisionWords, identityWords, unjudgedWords } from '../identity-words.js';
import type { Overview } from '../overview.js';
import type { Anchors } from './anchors.js';
import { maxLines } from './failures.js';
import { html, type Markup } from './markup.js';
import { labelRadius, margin, mergeShape, pictureMarks, side, splitShape } from './picture-marks.js';
import { value } from './visible-markup.js';

type Identities = ServiceRecord['identities'];
type Offender = NonNullable<Identities['offenders']>[number];

export function identitiesSection({ identities }: ServiceRecord, overview: Overview, anchors: Anchors): Markup {
  const facts = [
    ['Accepted answers', identities.answers, 'answers with an identifier, from every test of the run'],
    ['Pairs', identities.pairs, 'different channels and subjects that were sent'],
    ['Identifiers', identities.identifiers, 'different identifiers that came back'],
    ['Audited', identities.audited, 'pairs asked for once more at the end of the run'],
  ] as const;
  const paragraph = (words: string | undefined) => (words === undefined ? undefined : html`<p>${words}</p>`);
  return html`<section aria-labelledby="identities"><h2 id="identities">Identities</h2>
<p>Every answer of the run with an identifier went into one history: a pair keeps its identifier, and two pairs never share one.</p>
<dl class="facts">${facts.map(([name, count, words]) => html`<div><dt>${name}</dt><dd><strong class="figure">${formatNumber(count)}</strong><span class="note">${words}</span></dd></div>`)}</dl>
${identityPicture(identities, overview, anchors)}${paragraph(unjudgedWords(identities))}${paragraph(collisionWords(identities))}</section>`;
}

/** Undefined when the record holds no points. */
function identityPicture(identities: Identities, overview: Overview, anchors: Anchors): Markup | undefined {
  const { points = [], offenders = [], leftOut = 0 } = identities;
  if (points.length === 0) return undefined;
  const words = identityWords(identities);
  return html`<figure class="picture"><div class="plot">
<p class="axis note" aria-hidden="true">↑ identifiers, in order of first appearance</p>
${drawing(identities, words)}
<p class="axis across note" aria-hidden="true">pairs, in order of first appearance →</p></div>
<figcaption><p><strong>${words}.</strong></p>${legend()}
${leftOut > 0 ? html`<p class="note">${plural(leftOut, 'point')} left out of the picture; splits and merges are kept first.</p>` : undefined}
${offenders.length === 0 ? undefined : html`<ol class="offenders">${offenders.map((offender) => offenderItem(offender, overview, anchors))}</ol>`}
</figcaption></figure>`;
}

function drawing(identities: Identities, words: string): Markup {
  const marks = pictureMarks(identities);
  const size = side + 2 * margin;
  const end = margin + side;
  const labels = marks.labels.map(
    ({ x, y }, index) =>
      html`<circle class="label" cx="${x}" cy="${y}" r="${labelRadius}"/><text x="${x}" y="${y}" dy="7">${index + 1}</text>`,
  );
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="identity-title identity-words" focusable="false">
<title id="identity-title">Pairs against identifiers</title><desc id="identity-words">${words}.</desc>
<path class="frame" d="M${margin / 2} ${margin / 2}V${end + margin / 2}H${end + margin / 2}"/><path class="expected" d="M${margin} ${end}L${end} ${margin}"/>
<path class="split-line" d="${marks.splitLines}"/><path class="merge-line" d="${marks.mergeLines}"/>
<path class="dots" stroke-width="${marks.dotWidth}" d="${marks.dots}"/><path class="merges" d="${marks.merges}"/><path class="splits" d="${marks.splits}"/>
${labels}</svg>`;
}

function legend(): Markup {
  const key = (shape: Markup) =>
    html`<svg class="key" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
  return html`<ul class="keys">
<li>${key(html`<path class="dots" stroke-width="9" d="M12 12h0"/>`)}a pair with an identifier of its own; a right service gives a clean diagonal</li>
<li>${key(html`<path class="splits" d="M12 12${splitShape(7)}"/>`)}split: one pair, several identifiers, above one another</li>
<li>${key(html`<path class="merges" d="M12 12${mergeShape(7)}"/>`)}merge: several pairs, one identifier, side by side</li></ul>`;
}

function offenderItem({ kind, pair, identifier, finding }: Offender, { failures }: Overview, anchors: Anchors): Markup {
  const index = failures.findIndex(({ id }) => id === finding);
  const failure = index < maxLines ? failures[index] : undefined;
  const words = html`${kind}: pair ${formatNumber(pair + 1)}, identifier ${formatNumber(identifier + 1)}`;
  if (failure === undefined) return html`<li>${words}</li>`;
  return html`<li><a href="#${anchors.failure(failure)}">${words}</a>, ${value(failure.label, 120)}</li>`;
}
