/** Probes: one pair keeps its identifier, asked for again in every way that must not matter. */

import { mails } from '../../../generators/identities/families/mails.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { ranked } from '../../../generators/rank.js';
import { spellingsByDimension, spellingsTogether } from '../../../generators/spellings/index.js';
import { spelledCase, spellingFacts } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { SendOptions } from '../../../wire/exchange.js';
import type { RequestDraft } from '../../../wire/request.js';
import { accept } from '../accept.js';
import { acceptSpelled, isBlamed } from '../accept-all.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { refuse } from '../refuse.js';
import { firstOf } from './different-pairs.js';
import { onePerClause } from './refuses.js';

/** Asks once more; counts for the clause when the identifier is the first one of the pair. A split is told by the history. */
export async function again(
  context: ProbeContext,
  pair: Pair,
  probes: ClauseId,
  named: NamedCase,
  make?: () => RequestDraft,
  send?: SendOptions,
  blames: ClauseId = 'answer/success/status',
): Promise<void> {
  const before = context.run.identifierOf(pair);
  const answer = await accept(context, { ...named, pair, blames, probes, make, send });
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

/** The ranks of the first call, the second, and so on. */
const repeats = ranked([1, 1, 1, 4, 4, undefined].map((rank, index) => ({ call: index + 1, rank })));

export const keepsOnRepeat = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier again',
  run: async (context) => {
    const { isEconomical } = context.run;
    for (const channel of isEconomical ? [context.channel] : context.channels) {
      const told = (call: number) => plainCase('asked-again', `call ${call} with another RequestId`);
      const own = { ...told(1), pair: context.pair('repeated', channel) };
      const first = isEconomical ? firstOf(context, mails) : own;
      for (const { call } of context.due(repeats)) {
        await again(context, first.pair, clause, call === 1 ? first : told(call));
      }
    }
  },
});

const connections = ranked([{ call: 1, rank: 1 }, { call: 2 }, { call: 3 }, { call: 4 }]);

export const keepsOnEveryConnection = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier on every connection',
  run: async (context) => {
    const calls = context.due(connections);
    if (calls.length === 0) return;
    const pair = context.run.isEconomical ? context.firstPair : await established(context, 'connection');
    for (const { call } of calls) {
      const named = plainCase('on-a-new-connection', `on new connection ${call}`);
      await again(context, pair, clause, named, undefined, { connection: 'fresh' });
    }
  },
});

export const keepsInEverySpelling = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier in every spelling',
  run: async (context) => {
    if (context.run.isEconomical) return keepsInSpellingsTogether(context);
    const pair = await established(context, 'spelling');
    for (const spelling of [...spellingsByDimension(context.options.edition, context.operation.id).values()].flat()) {
      const make = (): RequestDraft => spelling.apply(context.conforming(pair));
      await again(context, pair, clause, spelledCase(spelling), make, undefined, spelling.clause);
    }
  },
});

/** One repeat differs in every dimension at once from the request that established the pair. */
async function keepsInSpellingsTogether(context: ProbeContext): Promise<void> {
  const all = spellingsTogether(context.options.edition, context.operation.id).map((spellings, index) => ({
    spellings,
    rank: index === 0 ? 1 : undefined,
  }));
  const clause = 'behaviour/same-pair/spelling';
  const pair = context.firstPair;
  for (const due of context.due(ranked(all))) {
    const spellings = due.spellings.filter((spelling) => !isBlamed(context, spelling));
    const before = context.run.identifierOf(pair);
    const label = spellings.map((spelling) => spelling.label).join(', ');
    const named = plainCase('written-another-way', label, spellingFacts(spellings));
    const answer = await acceptSpelled(context, { ...named, pair, probes: clause }, spellings);
    if (before !== undefined && answer?.identifier === before) context.ledger.pass(clause);
  }
}

/** Refused requests before the first call, and between calls, a violation of each clause in turn. */
export const keepsAfterRefusals = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives a pair its identifier whatever was refused before',
  run: async (context) => {
    if (context.run.isEconomical) return keepsAfterTheRefusals(context);
    const refusedFirst = context.pair('refused-first');
    const first = onePerClause(context, refusedFirst);
    // Where subjects are reused, an earlier run has established the pair already.
    if (context.options.reuseSubjects !== true) {
      await refuse(context, refusedFirst, first);
      await again(context, refusedFirst, clause, plainCase('after-refusals-came-first'));
    }
    const pair = await established(context, 'refused-between');
    for (const one of onePerClause(context, pair)) {
      await refuse(context, pair, [one]);
      const named = plainCase('after-a-refused-request', `after a refused request: ${one.label}`);
      await again(context, pair, clause, named);
    }
  },
});

/** After those that were refused for the pair of the first control, which are all; one is when none was. */
async function keepsAfterTheRefusals(context: ProbeContext): Promise<void> {
  if (!context.isDue(1)) return;
  const pair = context.firstPair;
  if (!context.run.hasRefused) await refuse(context, pair, onePerClause(context, pair).slice(0, 1));
  await again(context, pair, 'behaviour/same-pair/after-refusal', plainCase('after-refused-requests'));
}
