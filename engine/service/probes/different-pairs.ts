/** Probes: near-neighbour subjects, and one subject on several channels, never share an identifier. */
import { compactFamilies } from '../../../generators/identities/families/index.js';
import { type Family, itself, memberCase } from '../../../generators/identities/family.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { type Ranked, ranked } from '../../../generators/rank.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { classify } from '../../../verdicts/service/classify.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { type Acceptance, bookAccepted } from '../accept.js';
import { acceptAll } from '../accept-all.js';
import { observed } from '../judge-undecided.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { isNotReached, undecidedCause } from '../transport-trouble.js';
import { bookFirstControls } from './establishes.js';
import { keepRelationsApart } from './relations.js';

interface NamedPair extends NamedCase {
  readonly pair: Pair;
}

export const keepsNeighboursApart = (clause: ClauseId): Probe => ({
  clause,
  title: 'keeps subjects apart that are nearly the same',
  run: async (context) => {
    if (context.run.isEconomical) {
      const all = compactFamilies.flatMap((family) => neighbours(context, family, family.slug));
      return separate(context, all, clause);
    }
    await keepRelationsApart(context, clause);
  },
});

function neighbours(context: ProbeContext, family: Family, name: string): readonly NamedPair[] {
  return context.due(family.members(context.word(name))).map((member) => ({
    ...memberCase(family, member),
    pair: { channel: context.channel, subject: member.subject },
  }));
}

/**
 * What the neighbours of a family stand around, as an economical run asks for it. A probe that needs a pair of its own
 * takes it there, because it goes out anyway.
 */
export function firstOf(context: ProbeContext, family: Family): NamedPair {
  const subject = family.first(context.word(family.slug));
  return { ...memberCase(family, itself), pair: { channel: context.channel, subject } };
}

/** The longest that must work: what is unusual about it is its length. */
const longest = 255;

/** Counts pairs that were accepted under an identifier no other pair has so far; a merge is told by the history. */
function separate(context: ProbeContext, pairs: readonly NamedPair[], clause: ClauseId): Promise<void> {
  const { isEconomical } = context.run;
  const isLong = ({ subject }: Pair): boolean => isEconomical && subject.length === longest;
  const acceptances = pairs.map(
    ({ pair, ...named }): Acceptance => ({
      ...named,
      pair,
      blames: isLong(pair) ? 'body/participants/subject/length-255' : 'body/participants/subject/any-text',
    }),
  );
  return acceptAll(context, acceptances, ({ blames }, { identifier }) => {
    if (identifier !== undefined && context.history.ownersOf(identifier) === 1) context.ledger.pass(clause);
    if (isEconomical && blames !== undefined) context.ledger.pass(blames);
  });
}

/** What every object of JavaScript has: plain objects for each channel give one and the same for all of them. */
const objectWord = 'constructor';

export const keepsChannelsApart = (clause: ClauseId): Probe => ({
  clause,
  title: 'keeps one subject on several channels apart',
  run: async (context) => {
    const { isEconomical, firstChannels } = context.run;
    if (isEconomical) await bookFirstControls(context);
    // The first controls are for one subject on some channels already.
    const names = isEconomical ? ['first-control'] : ['channel-a', 'channel-b', 'channel-c'];
    const others = context.channels.filter((channel) => !isEconomical || !firstChannels.includes(channel));
    const ours = names.flatMap((name) => others.map((channel) => context.pair(name, channel)));
    const words = others.slice(0, 2).map((channel) => ({ channel, subject: objectWord }));
    const pairs = isEconomical ? ours : [...ours, ...words];
    if (context.channels.length < 2) context.ledger.skip(clause, 'not configured');
    else {
      for (const { pair } of context.due(ranked(pairs.map((pair) => ({ pair }))))) {
        const told = `the same subject on ${pair.channel}`;
        await separate(context, [{ ...plainCase('the-same-subject-on-each-channel', told), pair }], clause);
      }
    }
    const known = isEconomical ? context.firstPair : context.pair('channel-a');
    const near = context.due(neighbourChannels(context.channel));
    await Promise.all(near.map((neighbour) => nearChannel(context, neighbour, known)));
  },
});

/** Nobody promised these channels: a refusal is fine, and so is a conversation of their own. Only a shared one is not. */
async function nearChannel(
  context: ProbeContext,
  { slug, label, channel }: NeighbourChannel,
  { subject }: Pair,
): Promise<void> {
  const pair = { channel, subject };
  const named = { case: { slug }, label };
  const clause = 'behaviour/different-pair/channel';
  const exchange = await context.send(context.conforming(pair), 'refused');
  if (isNotReached(context.run, undecidedCause(exchange))) return;
  if (classify(exchange).kind === 'accepted') {
    await bookAccepted(context, { ...named, pair, blames: clause }, exchange);
  }
  const expected = 'nothing is promised for a channel that is not configured';
  context.ledger.record(observed({ ...named, clause, expected }, exchange));
}

interface NeighbourChannel extends Ranked {
  readonly slug: string;
  readonly label: string;
  readonly channel: string;
}

export function neighbourChannels(channel: string): readonly NeighbourChannel[] {
  const swapped = [...channel].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
  const rows: readonly (readonly [slug: string, told: string, channel: string, rank?: number])[] = [
    ['in-another-letter-case', 'letter case', swapped, 3],
    ['with-a-blank-before', 'a blank before', ` ${channel}`],
    ['with-a-blank-behind', 'a blank behind', `${channel} `, 3],
    ['of-a-character-more', 'a character more', `${channel}x`],
    ['of-a-character-less', 'a character less', channel.slice(0, -1)],
  ];
  const all = rows.map(([slug, told, neighbour, rank]) => ({
    slug: `a-channel-${slug}`,
    label: `a channel that differs by ${told}`,
    channel: neighbour,
    rank,
  }));
  return ranked(all.filter((one) => one.channel !== channel && one.channel !== ''));
}
