/** Probe, the closing audit: pairs of the whole run are asked for again, the oldest first. */

import { itself } from '../../../generators/identities/family.js';
import { ranked } from '../../../generators/rank.js';
import { spellingsIn } from '../../../generators/spellings/index.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../../wire/request.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { again } from './same-pair.js';

export const keepsForEver = (clause: ClauseId): Probe => ({
  clause,
  title: 'gives every pair of the run its identifier again at the end',
  run: async (context) => {
    const crowd = Array.from({ length: context.plan.crowd }, (_, index) => ({
      channel: context.channel,
      subject: context.word(`crowd-${index}`),
    }));
    await Promise.all(crowd.map((pair) => again(context, pair, clause, plainCase('one-of-a-crowd'))));
    const pairs = context.run.isEconomical ? oldestDue(context) : auditedOf(context);
    await Promise.all(
      pairs.map((pair) =>
        again(context, pair, clause, plainCase('at-the-end-of-the-run'), () => asBefore(context, pair)),
      ),
    );
    context.run.audited += pairs.length;
    if (context.run.isEconomical) await rememberOldest(context, clause);
    else await remember(context, clause, pairs.slice(0, remembered));
  },
});

/** Each pair, but of neighbours only a share, evenly: in it are some of every kind, and what they are neighbours of is there. */
function auditedOf({ history, plan }: ProbeContext): readonly Pair[] {
  let neighbours = 0;
  return history.knownPairs().filter((pair) => {
    const { relation = itself.slug } = history.firstOf(pair)?.asked ?? {};
    if (relation === itself.slug) return true;
    neighbours += 1;
    return Math.floor(neighbours * plan.neighboursAudited) > Math.floor((neighbours - 1) * plan.neighboursAudited);
  });
}

/** How many of the oldest pairs are asked for over the time of the memory, and in how many rounds. */
const remembered = 20;
const rounds = 8;

/**
 * Spreads repeats over a time. One pair is asked for in every round, each of the others once on the way and at the end,
 * so after a silence: a life time that counts from the last use shows as well as one that counts from the first.
 */
async function remember(context: ProbeContext, clause: ClauseId, pairs: readonly Pair[]): Promise<void> {
  const milliseconds = memoryOf(context);
  if (milliseconds === 0) return;
  for (let round = 1; round <= rounds; round += 1) {
    await context.run.sending.wait(milliseconds / rounds);
    const seconds = Math.round((round * milliseconds) / rounds / 1_000);
    const asked = pairs.filter(
      (_, index) => index === 0 || round === rounds || (index > rounds && index % rounds === round),
    );
    for (const pair of asked) {
      const named = plainCase('after-a-time', `asked again ${seconds} s after the audit`);
      await again(context, pair, clause, named);
    }
  }
}

const memoryOf = ({ options, plan }: ProbeContext): number => options.memoryMs ?? plan.memoryMs;

/** Behind all that has a rank, so many in each round. */
function oldestDue(context: ProbeContext): readonly Pair[] {
  const pairs = context.history.knownPairs().map((pair) => ({ pair }));
  return context.due(ranked(pairs, auditedAtOnce)).map(({ pair }) => pair);
}

const auditedAtOnce = 8;

/** In an economical run the oldest pair stands for all, asked for once at the end from what was kept back. */
async function rememberOldest(context: ProbeContext, clause: ClauseId): Promise<void> {
  if (!context.run.round.ends) return;
  await context.run.sending.wait(memoryOf(context));
  await again(context, context.firstPair, clause, plainCase('at-the-end-of-the-run'), undefined, { leaves: 0 });
  context.run.audited += 1;
}

/** In the spellings of the first call, so that nothing but time and others can have changed it. */
function asBefore(context: ProbeContext, pair: Pair): RequestDraft {
  const seen = context.history.firstOf(pair);
  // Beside the whole of a level every pair is asked for plainly at the end, too.
  const used = context.run.isEconomical ? (seen?.asked.spellings ?? []) : [];
  return spellingsIn(context.options.edition)
    .filter(({ slug }) => used.includes(slug))
    .reduce((draft, spelling) => spelling.apply(draft), context.conforming(pair));
}
