/** A command line to copy. The copy button is added by the script. */
import { clip } from '../../text/clip.js';
import { html, type Markup } from './markup.js';
import { visible } from './visible-markup.js';

const shownLimit = 6_000;

/**
 * A line offered for copying ends in somebody's shell, so one that holds control or bidi characters is shown with
 * these labelled but not offered.
 */
export function command(title: string, line: string, note?: Markup): Markup {
  const short = clip(line, shownLimit);
  const offered = !/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line) && !short.cut;
  const lines = short.text.split('\n').map(
    (text) => html`<span class="line">${visible(text)}
</span>`,
  );
  const why = offered
    ? undefined
    : html`<p class="note">Too long or with characters that a shell might act on: take it from run.json.</p>`;
  return html`<div class="command"><div class="message-title">${title}<span class="note">${note}</span></div>
<pre tabindex="0" role="group" aria-label="${title} command"${offered ? html` data-copy="${line}"` : undefined}><code>${lines}</code></pre>${why}</div>`;
}
