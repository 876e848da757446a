/** What an exchange amounts to, before anything is expected of it. Pure. */

import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { BrokenClause } from '../../schemas/validation/broken-clause.js';
import { parseJson } from '../../schemas/validation/parse-json.js';
import { validateSuccess } from '../../schemas/validation/validate-answer.js';
import type { Exchange, FailureKind, HttpAnswer } from '../../wire/exchange.js';

export type Classified =
  /** A success as the operation gives it, with an identifier where it yields one. */
  | { readonly kind: 'accepted'; readonly identifier?: string; readonly tested: readonly ClauseId[] }
  /** Any other 2xx answer, or one without what a success must carry. */
  | { readonly kind: 'malformed success'; readonly broken: readonly BrokenClause[] }
  | { readonly kind: 'refused'; readonly status: number }
  /** 1xx, 3xx, 5xx, 408: neither success nor refusal. */
  | { readonly kind: 'other status'; readonly status: number }
  | { readonly kind: 'no answer'; readonly failure: FailureKind; readonly message: string };

export function classify(exchange: Exchange): Classified {
  const { answer, failure } = exchange;
  if (failure !== undefined || answer === undefined) {
    return {
      kind: 'no answer',
      failure: failure?.kind ?? 'closed-early',
      message: failure?.message ?? 'no answer came',
    };
  }
  const { status } = answer;
  if (status >= 200 && status < 300) {
    const judged = validateSuccess({ status, body: jsonBody(answer) }, exchange.operation);
    if (!judged.ok) return { kind: 'malformed success', broken: judged.broken };
    const { conversationIdentifier: identifier } = judged.yields;
    return { kind: 'accepted', tested: judged.tested, ...(identifier === undefined ? {} : { identifier }) };
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { kind: 'refused', status };
  return { kind: 'other status', status };
}

/** The body read as JSON; undefined when it is none. A byte order mark, though wrong, does not hide the JSON behind it. */
export function jsonBody(answer: Pick<HttpAnswer, 'body'>): unknown {
  const parsed = parseJson(
    Buffer.from(answer.body)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  return parsed.ok ? parsed.value : undefined;
}

/** What came, in plain words with nothing of the body but the identifier: `202 with an identifier`, `no answer: connection reset`. */
export function whatCame(exchange: Exchange): string {
  const classified = classify(exchange);
  switch (classified.kind) {
    case 'accepted':
      return classified.identifier === undefined
        ? `the success ${exchange.answer?.status}`
        : `${exchange.answer?.status} with the identifier ${JSON.stringify(clipped(classified.identifier))}`;
    case 'malformed success':
      return `${exchange.answer?.status}, and ${classified.broken.map(({ at, problem }) => `${nameOf(at)} ${problem}`).join(', ')}`;
    case 'refused':
      return `the refusal ${classified.status}`;
    case 'other status':
      return `the status ${classified.status}`;
    case 'no answer':
      return classified.failure === 'token-dead' ? classified.message : `no answer: ${classified.message}`;
  }
}

/** Opaque identifiers may be long; in a sentence their beginning will do. */
const clipped = (identifier: string): string => (identifier.length > 80 ? `${identifier.slice(0, 79)}…` : identifier);

function nameOf(pointer: string): string {
  if (pointer === '/status') return 'the status';
  return pointer === '/body' ? 'the body' : (pointer.split('/').at(-1) ?? pointer);
}
