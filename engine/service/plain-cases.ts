/**
 * Cases that no catalogue has: plain ways to ask for a pair, and what an answer is judged for whatever was asked. By slugs
 * that are never reworded; the words are for people, and may say more where a case has a number in it.
 */
import type { NamedCase } from '../../generators/named-case.js';
import type { CaseFacts } from '../../schemas/record/case.schema.js';

export const plainCases = {
  'the-first-control': 'the first control',
  'a-new-pair': 'a new pair',
  'new-pairs': 'new pairs, asked for plainly',
  'the-same-pair-again': 'the same pair again',
  established: 'established',
  'asked-again': 'asked again',
  'on-a-new-connection': 'on a new connection',
  'written-plainly-again': 'written plainly again',
  'written-another-way': 'written another way',
  'after-refused-requests': 'after refused requests',
  'a-shared-control': 'a control shared by many refusals',
  'established-before-the-refusals': 'established before the refusals',
  'after-refusals-came-first': 'asked again after refusals came first',
  'after-a-refused-request': 'after a refused request',
  'calls-at-once': 'calls at once',
  'after-calls-at-once': 'asked again after calls at once',
  'beside-calls-for-others': 'beside calls for others',
  'after-calls-beside-others': 'asked again after calls beside others',
  'the-same-subject-on-each-channel': 'the same subject on each channel',
  'one-of-a-crowd': 'one of a crowd',
  'at-the-end-of-the-run': 'asked again at the end of the run',
  'after-a-time': 'asked again after a time',
  'a-random-request': 'a random request',
  'a-message-drawn-from-the-schemas': 'a message drawn from the schemas',
  'the-same-subject-plainly': 'the same subject, written plainly',
  'the-control-of-the-search': 'the control of the search',
  'a-step-of-a-sequence': 'a step of a sequence',
  'one-of-some-others': 'one of some others',
  'a-random-sequence': 'a random sequence',
  'a-request-that-carries-much': 'a request that carries much',
  'a-plain-word-as-long': 'a plain word that is as long',
  'any-success': 'any answer of success',
  'any-refusal': 'any refusal',
  'answered-with-another-status': 'a violation, answered with another status',
  'answered-with-a-broken-success': 'a violation, answered with a success that is broken',
  'not-answered': 'a violation, not answered',
} as const satisfies Readonly<Record<string, string>>;

export type PlainSlug = keyof typeof plainCases;

/** @param label what the table says when it is left out. @param facts beside the slug. */
export function plainCase(
  slug: PlainSlug,
  label: string = plainCases[slug],
  facts: Omit<CaseFacts, 'slug'> = {},
): NamedCase {
  return { case: { slug, ...facts }, label };
}

/** Calls for one pair that begin in the same instant. */
export function callsAtOnce(calls: number): NamedCase {
  return plainCase('calls-at-once', `${calls} calls at once`, { calls });
}

/** A call for a pair that was asked for by so many at once before. */
export function afterCallsAtOnce(calls: number): NamedCase {
  return plainCase('after-calls-at-once', `asked again after ${calls} calls at once`, { calls });
}
