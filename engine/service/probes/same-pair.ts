/** Probes: one pair keeps its identifier, asked for again in every way that must not matter. */

import type { NamedCase } from '../../../generators/named-case.js';
import { spellingsByDimension } from '../../../generators/spellings/index.js';
import { spelledCase } from '../../../generators/spellings/spelling.js';
import { violationsForServices } from '../../../generators/violations/catalogue.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { pairKey } from '../../../verdicts/service/history.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { SendOptions } from '../../../wire/exchange.js';
import type { RequestDraft } from '../../../wire/request.js';
import { accept, bookAccepted } from '../accept.js';
import { afterCallsAtOnce, callsAtOnce, plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { refuse } from '../refuse.js';
import { caseOf } from './refuses.js';

/** Asks once more; counts for the clause when the identifier is the first one of the pair. A split is told by the history. */
export async function again(
  context: ProbeContext,
  pair: Pair,
  probes: ClauseId,
  named: NamedCase,
  make: () => RequestDraft = () => context.conforming(pair),
  send?: SendOptions,
): Promise<void> {
  const before = context.history.identifierOf(pair);
  const answer = await accept(context, {
    ...named,
    pair,
    blames: 'answer/success/status',
    probes,
    make,
    ...(send === undefined ? {} : { send }),
  });
  if (before !== undefined && answer.identifier === before) context.ledger.pass(probes);
}

/** Establishes a pair and asks plainly again, so that a finer clause is blamed only for what plain repeats keep. */
async function established(context: ProbeContext, name: string): Promise<Pair> {
  const pair = context.pair(name);
  for (const slug of ['established', 'asked-again'] as const) {
    await again(context, pair, 'behaviour/same-pair/repeated', plainCase(slug));
  }
  return pair;
}

export const keepsOnRepeat = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier again',
  run: async (context) => {
    const { economical } = context.plan;
    for (const channel of economical ? context.channels.slice(0, 1) : context.channels) {
      const pair = context.pair('repeated', channel);
      for (let call = 1; call <= (economical ? 3 : 6); call += 1) {
        const named = plainCase('asked-again', `call ${call} with another RequestId`);
        await again(context, pair, clause, named);
      }
    }
  },
});

export const keepsOnEveryConnection = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier on every connection',
  run: async (context) => {
    const pair = await established(context, 'connection');
    for (let call = 1; call <= (context.plan.economical ? 1 : 4); call += 1) {
      const named = plainCase('on-a-new-connection', `on new connection ${call}`);
      await again(context, pair, clause, named, undefined, { connection: 'fresh' });
    }
  },
});

export const keepsInEverySpelling = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier in every spelling',
  run: async (context) => {
    const pair = await established(context, 'spelling');
    const dimensions = [...spellingsByDimension(context.options.edition, context.operation.id).values()];
    const chosen = dimensions.flatMap((some) => some.slice(0, context.plan.spellingsPerClause));
    // The last dimensions are those of the body, in which implementations differ most.
    for (const spelling of context.plan.economical ? chosen.slice(-3) : chosen) {
      const make = (): RequestDraft => spelling.apply(context.conforming(pair));
      await again(context, pair, clause, spelledCase(spelling), make);
    }
  },
});

/** Refused requests before the first call, and between calls, a violation of each clause in turn. */
export const keepsAfterRefusals = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier whatever was refused before',
  run: async (context) => {
    const { economical } = context.plan;
    const refusedFirst = context.pair('refused-first');
    const first = onePerClause(context, refusedFirst);
    // Where subjects are reused, an earlier run has established the pair already.
    if (!economical && context.options.reuseSubjects !== true) {
      await refuse(context, refusedFirst, first);
      await again(context, refusedFirst, clause, plainCase('after-refusals-came-first'));
    }
    const pair = await established(context, 'refused-between');
    for (const one of onePerClause(context, pair).slice(0, economical ? 1 : undefined)) {
      await refuse(context, pair, [one]);
      const named = plainCase('after-a-refused-request', `after a refused request: ${one.label}`);
      await again(context, pair, clause, named);
    }
  },
});

function onePerClause(context: ProbeContext, pair: Pair) {
  const violations = violationsForServices(context.basis(pair));
  return violations
    .filter(({ clause }, index) => violations.findIndex((other) => other.clause === clause) === index)
    .map((violation) => caseOf(context, pair, violation));
}

/** Calls that start together, first for a pair that is new, then for the same pair once it is known; then strangers at once. */
export const keepsAtOnce = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives calls that run at the same time one identifier',
  run: async (context) => {
    for (const [round, calls] of context.plan.races.entries()) {
      const pair = context.pair(`at-once-${round + 1}`);
      await raceFor(
        context,
        Array.from({ length: calls }, () => pair),
        callsAtOnce(calls),
      );
      await again(context, pair, clause, afterCallsAtOnce(calls));
    }
    if (context.plan.economical) return;
    const strangers = Array.from({ length: strangersAtOnce }, (_, index) => ({
      channel: context.channels[index % context.channels.length] ?? '',
      subject: context.word(`stranger-${index}`),
    }));
    await raceFor(context, strangers, plainCase('beside-calls-for-others', undefined, { beside: true }));
    for (const pair of strangers) {
      await again(context, pair, clause, plainCase('after-calls-beside-others'));
    }
  },
});

/** Enough for a service to mix up whose answer is whose. */
const strangersAtOnce = 12;

async function raceFor(context: ProbeContext, pairs: readonly Pair[], named: NamedCase): Promise<void> {
  const exchanges = await context.race(pairs);
  const strangers = new Set(pairs.map(pairKey)).size > 1;
  for (const [index, exchange] of exchanges.entries()) {
    const pair = pairs[index];
    if (pair === undefined) continue;
    const before = context.history.identifierOf(pair);
    const answer = await bookAccepted(
      context,
      {
        ...named,
        pair,
        foundBy: 'race',
        blames: 'answer/success/status',
        probes: 'behaviour/same-pair/at-once',
        make: () => context.conforming(pair),
        ...(strangers ? { beside: exchanges.map(({ number }) => number) } : {}),
      },
      exchange,
    );
    if (before !== undefined && answer.identifier === before) context.ledger.pass('behaviour/same-pair/at-once');
  }
}

/** The closing audit: pairs of the whole run are asked for again, the oldest first. */
export const keepsForEver = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives every pair of the run its identifier again at the end',
  run: async (context) => {
    const crowd = Array.from({ length: context.plan.crowd }, (_, index) => ({
      channel: context.channel,
      subject: context.word(`crowd-${index}`),
    }));
    await Promise.all(crowd.map((pair) => again(context, pair, clause, plainCase('one-of-a-crowd'))));
    const pairs = context.history.knownPairs().slice(0, context.plan.audited);
    await Promise.all(pairs.map((pair) => again(context, pair, clause, plainCase('at-the-end-of-the-run'))));
    context.run.noteAudited(pairs.length);
    await remember(context, pairs.slice(0, remembered));
  },
});

/** How many of the oldest pairs are asked for over the time of the memory, and in how many rounds. */
const remembered = 20;
const rounds = 8;

/**
 * Spreads repeats over a time. One pair is asked for in every round, each of the others once on the way and at the end,
 * so after a silence: a life time that counts from the last use shows as well as one that counts from the first.
 */
async function remember(context: ProbeContext, pairs: readonly Pair[]): Promise<void> {
  const milliseconds = context.options.memoryMs ?? context.plan.memoryMs;
  if (milliseconds === 0) return;
  for (let round = 1; round <= rounds; round += 1) {
    await context.run.sending.wait(milliseconds / rounds);
    const seconds = Math.round((round * milliseconds) / rounds / 1_000);
    const asked = pairs.filter(
      (_, index) => index === 0 || round === rounds || (index > rounds && index % rounds === round),
    );
    for (const pair of asked) {
      const named = plainCase('after-a-time', `asked again ${seconds} s after the audit`);
      await again(context, pair, 'behaviour/same-pair/for-ever', named);
    }
  }
}
