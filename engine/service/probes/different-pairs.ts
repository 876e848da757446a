/** Probes: near-neighbour subjects, and one subject on several channels, never share an identifier. */
import { families } from '../../../generators/identities/families/index.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { classify, whatCame } from '../../../verdicts/service/classify.js';
import { accept, judgeAccepted } from '../accept.js';
import type { Probe } from '../probe.js';
import type { Pair, Session } from '../session.js';
import { isNotReached, undecidedCause } from '../transport-trouble.js';

export const keepsNeighboursApart: Probe = {
  clause: 'behaviour/different-pair/subject',
  title: 'keeps subjects apart that are nearly the same',
  run: async (session) => {
    for (const [index, { name, members }] of families.slice(0, session.plan.families).entries()) {
      const subjects = members(session.word(`f${index}`)).slice(0, session.plan.neighbours);
      await Promise.all(
        subjects.map(({ relation, subject }) =>
          separate(
            session,
            { channel: session.channel, subject },
            `${name}: ${relation}`,
            'behaviour/different-pair/subject',
          ),
        ),
      );
    }
  },
};

/** Counts a pair that was accepted under an identifier no other pair has so far; a merge is told by the history. */
async function separate(session: Session, pair: Pair, label: string, clause: ClauseId): Promise<void> {
  const answer = await accept(session, {
    pair,
    label,
    blames: 'body/participants/subject/any-text',
    probes: 'behaviour/same-pair/for-ever',
    make: () => session.conforming(pair),
  });
  if (answer.identifier !== undefined && session.ownersOf(answer.identifier) === 1) session.ledger.pass(clause);
}

export const keepsChannelsApart: Probe = {
  clause: 'behaviour/different-pair/channel',
  title: 'keeps one subject on several channels apart',
  run: async (session) => {
    const clause = 'behaviour/different-pair/channel';
    if (session.channels.length < 2) session.ledger.skip(clause, 'not configured');
    else {
      const names = session.plan.economical ? ['channel-a'] : ['channel-a', 'channel-b', 'channel-c'];
      for (const name of names) {
        for (const channel of session.channels) {
          await separate(session, { channel, subject: session.word(name) }, `the same subject on ${channel}`, clause);
        }
      }
    }
    if (session.plan.economical) return;
    await Promise.all(
      neighbourChannels(session.channel).map(([label, channel]) => nearChannel(session, label, channel)),
    );
  },
};

/** Nobody promised these channels: a refusal is fine, and so is a conversation of their own. Only a shared one is not. */
export async function nearChannel(
  session: Session,
  label: string,
  channel: string,
  known: Pair = { channel: session.channel, subject: session.word('channel-a') },
): Promise<void> {
  const pair = { channel, subject: known.subject };
  const exchange = await session.send(session.conforming(pair), 'refused');
  if (isNotReached(session, undecidedCause(exchange))) return;
  if (classify(exchange).kind === 'accepted') {
    const blames = 'behaviour/different-pair/channel';
    await judgeAccepted(
      session,
      { pair, label, blames, probes: 'behaviour/same-pair/for-ever', make: () => session.conforming(pair) },
      exchange,
    );
  }
  session.ledger.record({
    clause: 'behaviour/different-pair/channel',
    label: `a channel that differs by ${label}`,
    verdict: 'observed',
    expected: 'nothing is promised for a channel that is not configured',
    got: whatCame(exchange),
    exchange: exchange.number,
  });
}

export function neighbourChannels(channel: string): readonly (readonly [label: string, channel: string])[] {
  const swapped = [...channel].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
  const rows: readonly (readonly [string, string])[] = [
    ['letter case', swapped],
    ['a blank before', ` ${channel}`],
    ['a blank behind', `${channel} `],
    ['a character more', `${channel}x`],
    ['a character less', channel.slice(0, -1)],
  ];
  return rows.filter(([, neighbour]) => neighbour !== channel && neighbour !== '');
}
