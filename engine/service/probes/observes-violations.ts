/** Probe: what breaks a clause that only connectors owe is sent once each, and what the service does with it is told. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { whatCame } from '../../../verdicts/service/classify.js';
import type { Probe } from '../probe.js';
import { undecidedCause } from '../transport-trouble.js';
import { casesOf } from './refuses.js';

export function observesViolations(clause: ClauseId): Probe {
  return {
    clause,
    title: `observed: what breaks ${clause}`,
    run: async (context) => {
      if (context.plan.economical) return;
      const pair = await context.open(context.pair(clause.replaceAll('/', '-')));
      for (const { case: violated, label, difference, violation, make } of casesOf(context, pair, clause)) {
        const exchange = await context.send(make(), 'refused');
        const cause = undecidedCause(exchange);
        context.ledger.record({
          clause,
          case: violated,
          label,
          difference,
          ...(violation === undefined ? {} : { violation }),
          ...(cause === undefined ? { verdict: 'observed' } : { verdict: 'inconclusive', cause }),
          expects: 'nothing',
          foundBy: 'sweep',
          expected: 'nothing: no page says what a service does with it',
          got: whatCame(exchange),
          exchange: exchange.number,
        });
      }
    },
  };
}
