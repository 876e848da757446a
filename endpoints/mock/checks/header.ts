/** What every header is checked for. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Check } from '../check.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

interface RefusalOf {
  readonly status: number;
  readonly code: number;
}

export const badHeader: RefusalOf = { status: 400, code: 10016 };

export function required(name: string, clause: ClauseId, refusal = badHeader): Check<HeadReading> {
  const message = `The ${name} header is missing or empty.`;
  return { clause, ...refusal, message, fails: ({ request }) => !headerOf(request, name) };
}

export function onlyOnce(name: string, clause: ClauseId): Check<HeadReading> {
  const message = `The ${name} header comes more than once.`;
  return { clause, ...badHeader, message, fails: ({ request }) => countOf(request, name) > 1 };
}
