/** What a refusal must not show: the token, a stack trace, the request's own markup, an identifier. Pure. */

import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { validateRefusal } from '../../schemas/validation/validate-answer.js';
import type { HttpAnswer } from '../../wire/exchange.js';
import { jsonBody } from './classify.js';

/** Each needs a place in code, so that prose about stack traces is none. */
const stackTraces: readonly RegExp[] = [
  /\bat [\w$.<>]+\([\w$]+\.(?:java|kt|scala|groovy):\d+\)/,
  /\bat [\w$.<>]+\((?:Native Method|Unknown Source)\)/,
  /Traceback \(most recent call last\)/,
  /File "[^"\n]+", line \d+, in /,
  /^\s*at .+ \((?:file:\/\/|node:|\/|[A-Za-z]:\\)[^)\n]*:\d+:\d+\)/m,
  /^\s*at .+ in .+:line \d+/m,
  /^#\d+ .+\.php\(\d+\): /m,
  /\.rb:\d+:in [`']/,
  /^goroutine \d+ \[running\]:/m,
];

export interface Leak {
  readonly clause: ClauseId;
  readonly got: string;
}

/** `carriesToken` tells whether a text shares a piece with the token, in any encoding. `markup` is what the request held. */
export function leaksOf(
  answer: HttpAnswer,
  carriesToken: (text: string) => boolean,
  markup: string | undefined,
): readonly Leak[] {
  const text = Buffer.from(answer.body).toString('utf8');
  const leaks: Leak[] = [];
  const broken = validateRefusal({ status: answer.status, body: jsonBody(answer) });
  if (broken.some(({ clause }) => clause === 'answer/refusal/no-identifier')) {
    leaks.push({ clause: 'answer/refusal/no-identifier', got: 'the refusal carries a conversationIdentifier' });
  }
  if (carriesToken(text) || answer.fields.some(([, value]) => carriesToken(value))) {
    leaks.push({ clause: 'answer/refusal/no-token', got: 'the refusal carries the token or a piece of it' });
  }
  const texts = [text, ...textsIn(jsonBody(answer))];
  if (texts.some((one) => stackTraces.some((pattern) => pattern.test(one)))) {
    leaks.push({ clause: 'answer/refusal/no-stack-trace', got: 'the refusal shows a stack trace' });
  }
  if (markup !== undefined && text.includes(markup) && isHtml(answer, text)) {
    leaks.push({ clause: 'answer/refusal/no-markup', got: `the HTML refusal repeats ${markup} unescaped` });
  }
  return leaks;
}

/**
 * Every text inside a JSON value: there line ends are no escapes any more. Without recursion, as what a service sends
 * may be nested deeper than the stack.
 */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') texts.push(next);
    else if (typeof next === 'object' && next !== null) for (const member of Object.values(next)) open.push(member);
  }
  return texts;
}

/** By its media type; without one, by what browsers would take for HTML. */
function isHtml(answer: HttpAnswer, text: string): boolean {
  const type = answer.fields.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return type === undefined
    ? /<!doctype html|<html/i.test(text)
    : /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type);
}

export const refusalBodyClauses = [
  'answer/refusal/no-identifier',
  'answer/refusal/no-token',
  'answer/refusal/no-stack-trace',
] as const satisfies readonly ClauseId[];
