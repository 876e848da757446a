/** What a refusal must not show: an identifier, the token, a stack trace, the request's own markup. Pure. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { validateRefusal } from '../../schemas/validation/validate-answer.js';
import { views } from '../../text/redactor/views.js';
import type { Exchange, HttpAnswer } from '../../wire/exchange.js';
import { fieldIn } from '../../wire/http/field-values.js';
import { jsonBody } from './classify.js';
import { readings } from './readings.js';
import { stackTraceIn } from './stack-trace.js';

interface Leak {
  readonly clause: ClauseId;
  readonly got: string;
}

export interface RefusalBody {
  readonly leaks: readonly Leak[];
  /** The clauses that the refusal puts to the test, kept or broken. */
  readonly tested: readonly ClauseId[];
}

/** @param carriesToken whether a text shares a piece with the token, in any encoding. */
export function judgeRefusalBody(
  { head, body, answer, operation }: Pick<Exchange, 'head' | 'body' | 'answer' | 'operation'>,
  carriesToken: (text: string) => boolean,
): RefusalBody {
  if (answer === undefined) return { leaks: [], tested: [] };
  const text = Buffer.from(answer.body).toString('utf8');
  const json = jsonBody(answer);
  const request = `${head}${Buffer.from(body).toString('utf8')}`;
  const leaks: Leak[] = [];
  const broken = validateRefusal({ status: answer.status, body: json }, operation);
  if (broken.some(({ clause }) => clause === 'answer/refusal/no-identifier')) {
    leaks.push({ clause: 'answer/refusal/no-identifier', got: 'the refusal carries a conversationIdentifier' });
  }
  if (carriesToken(text) || answer.fields.some(([, value]) => carriesToken(value))) {
    leaks.push({ clause: 'answer/refusal/no-token', got: 'the refusal carries the token or a piece of it' });
  }
  const frame = stackTraceIn(text, json, echoOf(request));
  if (frame !== undefined) {
    leaks.push({ clause: 'answer/refusal/no-stack-trace', got: `the refusal shows a stack trace: ${frame}` });
  }
  const markup = markupIn(request);
  const page = markup.length > 0 && isHtml(answer, text) ? text.toLowerCase() : '';
  const repeated = markup.find((tag) => page.includes(tag.toLowerCase()));
  if (repeated !== undefined) {
    leaks.push({ clause: 'answer/refusal/no-markup', got: `the HTML refusal repeats ${repeated} unescaped` });
  }
  return {
    leaks,
    tested: markup.length > 0 ? [...testedByAnyRefusal, 'answer/refusal/no-markup'] : testedByAnyRefusal,
  };
}

const testedByAnyRefusal = [
  'answer/refusal/no-identifier',
  'answer/refusal/no-token',
  'answer/refusal/no-stack-trace',
] as const satisfies readonly ClauseId[];

/** Whether a piece of an answer stood in the request, in whatever spelling. Only answers that show a frame pay for it. */
function echoOf(request: string): (text: string) => boolean {
  let sent: string | undefined;
  const known = new Map<string, boolean>();
  return (text) => {
    sent ??= Array.from(views(request), (view) => [...readings(view.text)].join('\n'))
      .join('\n')
      .toLowerCase();
    const isOfRequest = known.get(text) ?? sent.includes(text.trim().toLowerCase());
    known.set(text, isOfRequest);
    return isOfRequest;
  };
}

/** What the media type says; without one, what browsers take for HTML by its beginning (WHATWG MIME Sniffing, 7.1). */
function isHtml(answer: HttpAnswer, text: string): boolean {
  const type = fieldIn(answer.fields, 'content-type');
  return type === undefined
    ? /^[\t\n\f\r \uFEFF]*<(?:!--|(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[ >])/i.test(
        text,
      )
    : /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type);
}

/** A tag with its attributes, and what follows it up to the next one or the end of the value. */
const tag = /<[a-z]([^\s/<>"]{0,100})([^<>\r\n]{0,300})>([^<>"\\\r\n]{0,40})/gi;

/**
 * Tags that only an echo can bring into a page, each once: those with an attribute, with a name that no HTML element has,
 * or, as a page has tags without attributes of its own, together with the text behind them. Behind escapes too: a service
 * that undoes them repeats what stood there.
 */
function markupIn(text: string): readonly string[] {
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
