/** Probe: what breaks a clause that only connectors owe is sent once each, and what the service does with it is told. */
import { ranked } from '../../../generators/rank.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { observed } from '../judge-undecided.js';
import type { Probe } from '../probe.js';
import { isNotReached, undecidedCause } from '../transport-trouble.js';
import { casesOf } from './refuses.js';

export function observesViolations(clause: ClauseId): Probe {
  return {
    clause,
    title: `observed: what breaks ${clause}`,
    run: async (context) => {
      const pair = await context.open(context.pair(clause.replaceAll('/', '-')));
      // Nobody breaks a promise with it, so it comes behind all that has a rank.
      const cases = ranked(casesOf(context, pair, clause).map(({ rank: _rank, ...one }) => one));
      for (const { case: violated, label, difference, violation, make } of context.due(cases)) {
        const exchange = await context.send(make(), 'refused');
        const cause = undecidedCause(exchange);
        if (isNotReached(context.run, cause)) return;
        const expected = 'nothing: no page says what a service does with it';
        const finding = observed({ clause, case: violated, label, difference, violation, expected }, exchange);
        context.ledger.record(cause === undefined ? finding : { ...finding, verdict: 'inconclusive', cause });
      }
    },
  };
}
