/** Probes: what a refusal must not carry. Requests that tempt: for a conversation that exists, with markup, with forged tokens. */
import { isDeepStrictEqual } from 'node:util';
import { type Ranked, ranked } from '../../../generators/rank.js';
import { type Marked, markupSlug, requestsWithMarkup } from '../../../generators/violations/markup.js';
import { type ClauseId, holdsIn } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { judgeOpenRefusal } from '../judge-refusal.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { plainControl, type RefusalCase, refuse, sendCase } from '../refuse.js';
import { onePerClause } from './refuses.js';

/** One violation of each clause, for a pair that has an identifier to give away. The leaks are booked with every refusal. */
export function keepsRefusalsClean(clause: ClauseId, what: string): Probe {
  return {
    clause,
    title: `gives away no ${what} in refusals`,
    run: async (context) => {
      // Leaks are looked for in every refusal.
      if (!context.sendsForBookedClauses || !context.isDue(1)) return;
      const pair = await context.open(context.pair(clause.replaceAll('/', '-')));
      await plainControl(context, pair, plainCase('established-before-the-refusals'));
      const tempting = onePerClause(context, pair);
      await refuse(context, pair, context.run.isEconomical ? tempting.slice(0, 4) : tempting);
    },
  };
}

export const escapesMarkup = (clause: ClauseId): Probe => ({
  clause,
  title: 'repeats no markup of the request in an HTML refusal',
  cases: requestsWithMarkup.map(({ clause: broken, label }) => ({ clause: broken, slug: markupSlug, label })),
  run: async (context) => {
    const { isEconomical } = context.run;
    const pair = isEconomical ? context.firstPair : await context.open(context.pair('markup'));
    const cases = context.due(markedCases(context, pair));
    await refuse(
      context,
      pair,
      cases.filter(({ isOpen }) => !isOpen),
    );
    for (const one of cases.filter(({ isOpen }) => isOpen)) {
      const { exchange } = await sendCase(context, one);
      context.ledger.book(judgeOpenRefusal(one, exchange, context.run));
    }
  },
});

/** Of the operation: others have other texts in their bodies. */
function markedCases(context: ProbeContext, pair: Pair): readonly (RefusalCase & Ranked & Pick<Marked, 'isOpen'>)[] {
  const { options, operation } = context;
  // It takes no RequestId from the requests.
  const plain = context.conforming(pair, context.fixedRequestId('texts'));
  const cases = requestsWithMarkup
    .filter(({ clause }) => holdsIn(clause, options.edition, operation.id))
    .filter(({ change }) => !isDeepStrictEqual(change(plain, pair), plain));
  return ranked(
    cases.map(({ change, ...one }) => ({
      ...one,
      case: { slug: markupSlug },
      make: () => change(context.conforming(pair), pair),
    })),
  );
}
