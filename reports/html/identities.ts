/** The section on identities: the history in numbers, as a picture, and what the run could have seen of collisions. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { formatNumber } from '../../text/format.js';
import { collisionWords, unjudgedWords } from '../identity-words.js';
import type { Overview } from '../overview.js';
import type { Anchors } from './anchors.js';
import { identityPicture } from './identity-picture.js';
import { html, type Markup } from './markup.js';

export function identitiesSection({ identities }: RunRecord, overview: Overview, anchors: Anchors): Markup {
  const facts = [
    ['Accepted answers', identities.answers, 'answers with an identifier, from every test of the run'],
    ['Pairs', identities.pairs, 'different channels and subjects that were sent'],
    ['Identifiers', identities.identifiers, 'different identifiers that came back'],
    ['Audited', identities.audited, 'pairs asked for once more at the end of the run'],
  ] as const;
  const paragraph = (words: string | undefined) => (words === undefined ? undefined : html`<p>${words}</p>`);
  return html`<section aria-labelledby="identities"><h2 id="identities">Identities</h2>
<p>Every accepted answer of the run went into one history: a pair keeps its identifier, and two pairs never share one.</p>
<dl class="facts">${facts.map(([name, count, words]) => html`<div><dt>${name}</dt><dd><strong class="figure">${formatNumber(count)}</strong><span class="note">${words}</span></dd></div>`)}</dl>
${identityPicture(identities, overview, anchors)}${paragraph(unjudgedWords(identities))}${paragraph(collisionWords(identities))}</section>`;
}
