/** The markup that a request holds, wherever in it, as an answer that repeats it would show it. Pure. */
import { views } from '../../text/redactor/views.js';
import type { Exchange } from '../../wire/exchange.js';

/** Head and body as they were sent. */
export function sentText({ head, body }: Pick<Exchange, 'head' | 'body'>): string {
  return `${head}${Buffer.from(body).toString('utf8')}`;
}

/** A tag with its attributes, and what follows it up to the next one or the end of the value. */
const tag = /<[a-z]([^\s/<>"]{0,100})([^<>\r\n]{0,300})>([^<>"\\\r\n]{0,40})/gi;

/**
 * Tags that only an echo can bring into a page, each once: those with an attribute, with a name that no HTML element has,
 * or, as a page has tags without attributes of its own, together with the text behind them. Behind escapes too: a service
 * that undoes them repeats what stood there.
 */
export function markupIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const view of views(text)) {
    for (const [whole, name = '', attributes = '', behind = ''] of view.text.matchAll(tag)) {
      const alone = whole.slice(0, whole.length - behind.length);
      if (/[^a-z0-9]/i.test(name) || /\w/.test(attributes)) found.add(alone);
      else if (behind.trim().length >= 3) found.add(whole.trimEnd());
    }
  }
  return [...found];
}
