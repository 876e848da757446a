/** Probe: calls that run at the same time are for one conversation when they are for one pair, and for several when not. */

import { numbersAndPhones } from '../../../generators/identities/families/index.js';
import type { NamedCase } from '../../../generators/named-case.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { pairKey } from '../../../verdicts/service/history.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { bookAccepted } from '../accept.js';
import { bookLostRace, isLost } from '../lost-race.js';
import { afterCallsAtOnce, callsAtOnce, plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { firstOf } from './different-pairs.js';
import { again } from './same-pair.js';

/** Calls that start together, first for a pair that is new, then for the same pair once it is known; then strangers at once. */
export const keepsAtOnce = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives calls that run at the same time one identifier',
  run: async (context) => {
    if (context.run.isEconomical) return raceMixed(context);
    for (const [round, { calls }] of context.plan.races.entries()) {
      const pair = context.pair(`at-once-${round + 1}`);
      await raceFor(
        context,
        Array.from({ length: calls }, () => pair),
        () => callsAtOnce(calls),
      );
      await again(context, pair, clause, afterCallsAtOnce(calls));
    }
    const strangers = Array.from({ length: strangersAtOnce }, (_, index) => ({
      channel: context.channels[index % context.channels.length] ?? '',
      subject: context.word(`stranger-${index}`),
    }));
    await raceFor(context, strangers, () => plainCase('beside-calls-for-others', undefined, { beside: true }));
    for (const pair of strangers) {
      await again(context, pair, clause, plainCase('after-calls-beside-others'));
    }
  },
});

/**
 * Half of the calls for a new pair, one that goes out anyway while there is one; the last two for one that is known; what is
 * between for another new pair.
 */
async function raceMixed(context: ProbeContext): Promise<void> {
  const { run } = context;
  for (const { calls, rank } of context.due(context.plan.races)) {
    if (run.left - run.reserve < calls + 1) return;
    const told = callsAtOnce(calls);
    const own = { ...told, pair: context.pair(`at-once-${rank}`) };
    const needed = firstOf(context, numbersAndPhones);
    const first = run.identifierOf(needed.pair) === undefined ? needed : own;
    const second = context.pair(`beside-${rank}`);
    const pairs = Array.from({ length: calls }, (_, call) =>
      call < calls / 2 ? first.pair : call < calls - 2 ? second : context.firstPair,
    );
    const ofFirst = { ...first, case: { ...first.case, calls } };
    await raceFor(context, pairs, (pair) => (pair === first.pair ? ofFirst : told));
    await again(context, first.pair, 'behaviour/same-pair/at-once', afterCallsAtOnce(calls));
  }
}

/** Enough for a service to mix up whose answer is whose. */
const strangersAtOnce = 12;

async function raceFor(
  context: ProbeContext,
  pairs: readonly Pair[],
  nameOf: (pair: Pair) => NamedCase,
): Promise<void> {
  const probes = 'behaviour/same-pair/at-once';
  const knownBefore = new Set(pairs.filter((pair) => context.run.identifierOf(pair) !== undefined).map(pairKey));
  const exchanges = await context.race(pairs);
  const calls = pairs.flatMap((pair, index) => {
    const exchange = exchanges[index];
    return exchange === undefined ? [] : [{ ...nameOf(pair), pair, exchange }];
  });
  const isBooked = await bookLostRace(context, calls, (pair) => knownBefore.has(pairKey(pair)));
  for (const { pair, exchange, ...named } of calls) {
    if (isBooked && isLost(exchange)) continue;
    const before = context.run.identifierOf(pair);
    const beside = named.case.beside === true ? exchanges.map(({ number }) => number) : undefined;
    const answer = await bookAccepted(context, { ...named, pair, foundBy: 'race', probes, beside }, exchange);
    if (before !== undefined && answer.identifier === before) context.ledger.pass(probes);
  }
}
