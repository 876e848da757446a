/** Probe: conforming requests, for new and for known pairs on every channel, get the success answer that a clause asks for. */
import { ranked } from '../../../generators/rank.js';
import { type ClauseId, isClauseId } from '../../../schemas/clauses/clauses.js';
import { accept, bookAccepted } from '../accept.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';

/** What a refused new pair breaks where that is probed. */
const newConversation = 'behaviour/new-conversation';
const probes = 'behaviour/same-pair/repeated';

export function establishes(clause: ClauseId): Probe {
  const isOfAnswer = clause.startsWith('answer/');
  return {
    clause,
    title: `answers conforming requests as ${clause} asks`,
    run: async (context) => {
      const { isEconomical } = context.run;
      if (isEconomical && clause === context.operation.endpoint) return bookFirstControls(context);
      // The clauses of the answer are booked with every accepted answer, in an economical run that of new pairs as well.
      if ((isOfAnswer || isEconomical) && !context.sendsForBookedClauses) return;
      const channels = ranked(
        context.channels.map((channel, index) => ({ channel, rank: index === 0 ? 1 : undefined })),
      );
      for (const { channel } of context.due(channels)) {
        const pair = await context.open(context.pair(clause.replaceAll('/', '-'), channel));
        for (const slug of ['a-new-pair', 'the-same-pair-again'] as const) {
          const blames = slug === 'a-new-pair' && clause === newConversation ? clause : undefined;
          const answer = await accept(context, { ...plainCase(slug), pair, blames, probes });
          if (answer.through && !isOfAnswer) context.ledger.pass(clause);
        }
      }
    },
  };
}

/** They were sent before any probe: in an economical run not one of them is in vain. Books them once in a run. */
export async function bookFirstControls(context: ProbeContext): Promise<void> {
  for (const { pair, exchange } of context.run.firstControls.splice(0)) {
    const answer = await bookAccepted(context, { ...plainCase('the-first-control'), pair, probes }, exchange);
    const { endpoint } = context.operation;
    if (answer.through && isClauseId(endpoint)) context.ledger.pass(endpoint);
    const isSecond = pair.channel !== context.channel && answer.identifier !== undefined;
    if (isSecond && context.history.ownersOf(answer.identifier) === 1) {
      context.ledger.pass('behaviour/different-pair/channel');
    }
  }
}
