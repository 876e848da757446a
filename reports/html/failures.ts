/** The failures, most important first: cards in full up to a bound, the rest in one line each, counted to the end. */
import { plural } from '../../text/format.js';
import { type CardContext, failureCard } from './failure-card.js';
import { html, type Markup } from './markup.js';
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
  const cards = failureCards(context);
  return html`<section aria-labelledby="failures"><h2 id="failures">Failures <span class="count">${failures.length}</span></h2>
${failures.length === 0 ? html`<p>No case failed.</p>` : html`<p class="note">Most important first. In the messages ≠ marks what makes the case differ from its control, ≈ what differs in every request. ${context.replayed.told}</p>`}
${cards}${summarised(context, cards.length)}</section>`;
}

function failureCards(context: CardContext): readonly Markup[] {
  const cards: Markup[] = [];
  let characters = 0;
  for (const [index, finding] of context.overview.failures.entries()) {
    if (index === maxCards || characters > maxCharacters) break;
    const card = failureCard(finding, context.anchors.failure(finding), index < openCards, context);
    characters += card.length;
    cards.push(card);
  }
  return cards;
}

function summarised({ overview, anchors }: CardContext, cards: number): Markup | undefined {
  const rest = overview.failures.slice(cards);
  if (rest.length === 0) return undefined;
  const lines = rest
    .slice(0, maxLines)
    .map(
      (finding) =>
        html`<li id="${anchors.failure(finding)}">${code(finding.clause)} ${value(finding.label, 120)}: ${value(finding.got, 160)}</li>`,
    );
  return html`<h3>${plural(rest.length, 'more failure')}, in short</h3>
<p class="note">The first ${cards} are shown in full; everything is in run.json.</p><ul class="short">${lines}</ul>
${moreInRecord(rest.length - maxLines, 'more failure')}`;
}
