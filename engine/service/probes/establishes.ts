/** Probe: conforming requests, for new and for known pairs on every channel, get the success answer that a clause asks for. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { accept } from '../accept.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';

/** What a refused new pair breaks: the clause of new conversations where that is probed. */
const newPairClause = (clause: ClauseId): ClauseId =>
  clause === 'behaviour/new-conversation' ? clause : 'answer/success/status';

export function establishes(clause: ClauseId): Probe {
  return {
    clause,
    title: `answers conforming requests as ${clause} asks`,
    run: async (context) => {
      // The clauses of the answer are booked with every accepted answer.
      if (clause.startsWith('answer/') && !context.sendsForBookedClauses) return;
      const channels = context.plan.economical ? context.channels.slice(0, 1) : context.channels;
      for (const channel of channels) {
        const pair = await context.open(context.pair(clause.replaceAll('/', '-'), channel));
        for (const slug of ['a-new-pair', 'the-same-pair-again'] as const) {
          const answer = await accept(context, {
            ...plainCase(slug),
            pair,
            blames: slug === 'a-new-pair' ? newPairClause(clause) : 'answer/success/status',
            probes: 'behaviour/same-pair/repeated',
            make: () => context.conforming(pair),
          });
          if (answer.through && !clause.startsWith('answer/')) context.ledger.pass(clause);
        }
      }
    },
  };
}
