/** Probes: near-neighbour subjects, and one subject on several channels, never share an identifier. */
import { families } from '../../../generators/identities/families/index.js';
import { memberCase } from '../../../generators/identities/family.js';
import type { NamedCase } from '../../../generators/named-case.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { classify, whatCame } from '../../../verdicts/service/classify.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { accept, bookAccepted } from '../accept.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { isNotReached, undecidedCause } from '../transport-trouble.js';

export const keepsNeighboursApart = (clause: ClauseId): Probe => ({
  clause,
  title: 'keeps subjects apart that are nearly the same',
  run: async (context) => {
    for (const [index, family] of families.slice(0, context.plan.families).entries()) {
      const members = family.members(context.word(`f${index}`)).slice(0, context.plan.neighbours);
      await Promise.all(
        members.map((member) =>
          separate(context, { channel: context.channel, subject: member.subject }, memberCase(family, member), clause),
        ),
      );
    }
  },
});

/** Counts a pair that was accepted under an identifier no other pair has so far; a merge is told by the history. */
async function separate(context: ProbeContext, pair: Pair, named: NamedCase, clause: ClauseId): Promise<void> {
  const answer = await accept(context, {
    ...named,
    pair,
    blames: 'body/participants/subject/any-text',
    probes: 'behaviour/same-pair/for-ever',
    make: () => context.conforming(pair),
  });
  if (answer.identifier !== undefined && context.history.ownersOf(answer.identifier) === 1) context.ledger.pass(clause);
}

export const keepsChannelsApart = (clause: ClauseId): Probe => ({
  clause,
  title: 'keeps one subject on several channels apart',
  run: async (context) => {
    if (context.channels.length < 2) context.ledger.skip(clause, 'not configured');
    else {
      const names = context.plan.economical ? ['channel-a'] : ['channel-a', 'channel-b', 'channel-c'];
      for (const name of names) {
        for (const channel of context.channels) {
          const named = plainCase('the-same-subject-on-each-channel', `the same subject on ${channel}`);
          await separate(context, context.pair(name, channel), named, clause);
        }
      }
    }
    if (context.plan.economical) return;
    await Promise.all(neighbourChannels(context.channel).map((neighbour) => nearChannel(context, neighbour)));
  },
});

/** Nobody promised these channels: a refusal is fine, and so is a conversation of their own. Only a shared one is not. */
export async function nearChannel(
  context: ProbeContext,
  [slug, told, channel]: NeighbourChannel,
  known: Pair = context.pair('channel-a'),
): Promise<void> {
  const pair = { channel, subject: known.subject };
  const named = { case: { slug }, label: `a channel that differs by ${told}` };
  const exchange = await context.send(context.conforming(pair), 'refused');
  if (isNotReached(context.run, undecidedCause(exchange))) return;
  if (classify(exchange).kind === 'accepted') {
    const blames = 'behaviour/different-pair/channel';
    await bookAccepted(
      context,
      { ...named, pair, blames, probes: 'behaviour/same-pair/for-ever', make: () => context.conforming(pair) },
      exchange,
    );
  }
  context.ledger.record({
    ...named,
    clause: 'behaviour/different-pair/channel',
    verdict: 'observed',
    expects: 'nothing',
    foundBy: 'sweep',
    expected: 'nothing is promised for a channel that is not configured',
    got: whatCame(exchange),
    exchange: exchange.number,
  });
}

export type NeighbourChannel = readonly [slug: string, told: string, channel: string];

export function neighbourChannels(channel: string): readonly NeighbourChannel[] {
  const swapped = [...channel].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
  const rows: readonly NeighbourChannel[] = [
    ['a-channel-in-another-letter-case', 'letter case', swapped],
    ['a-channel-with-a-blank-before', 'a blank before', ` ${channel}`],
    ['a-channel-with-a-blank-behind', 'a blank behind', `${channel} `],
    ['a-channel-of-a-character-more', 'a character more', `${channel}x`],
    ['a-channel-of-a-character-less', 'a character less', channel.slice(0, -1)],
  ];
  return rows.filter(([, , neighbour]) => neighbour !== channel && neighbour !== '');
}
