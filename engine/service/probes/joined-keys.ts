/** Probe: pairs over two channels never share an identifier because channel and subject read the same when joined. */

import { type JoinedPair, joinedPairs } from '../../../generators/identities/families/joined-keys.js';
import type { NamedCase } from '../../../generators/named-case.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { channelPlace } from '../../../schemas/record/message-place.schema.js';
import { classify } from '../../../verdicts/service/classify.js';
import { pairKey } from '../../../verdicts/service/history.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../../wire/exchange.js';
import { type Acceptance, type Accepted, accept, bookAccepted } from '../accept.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';

const otherChannel = 'behaviour/different-pair/channel';

/**
 * Sends nothing where no two channels allow it. All first pairs go out, then all second ones, so that what is sent does
 * not depend on which answer comes first.
 */
export const keepsJoinedKeysApart = (clause: ClauseId): Probe => ({
  clause,
  title: 'keeps pairs apart that are one text when channel and subject are joined',
  run: async (context) => {
    const { isEconomical } = context.run;
    // With the subject of the first controls the second pair is there already where its channel was asked.
    const wordOf = (name: string) => (isEconomical ? context.firstPair.subject : context.word(`joined-${name}`));
    const cases = context
      .due(joinedPairs(context.channels, wordOf))
      .map((one) => (isEconomical ? { ...one, first: one.second, second: one.first } : one));
    const asked = new Map<string, Promise<Accepted>>();
    const firsts = cases.map(async (one) => {
      const key = pairKey(one.first);
      const answer = knownAnswer(context, one.first) ?? asked.get(key) ?? accept(context, acceptanceOf(one.first, one));
      if (answer instanceof Promise) asked.set(key, answer);
      return answer;
    });
    const answers = await Promise.all(firsts);
    const exchanges = await Promise.all(
      cases.map(({ second }) => context.send(context.conforming(second), { accepted: second })),
    );
    for (const [index, one] of cases.entries()) {
      const [first, exchange] = [answers[index], exchanges[index]];
      if (first !== undefined && exchange !== undefined) await judgeJoined(context, one, first, exchange);
    }
  },
});

/** What a pair got that was asked for before. */
function knownAnswer({ history }: ProbeContext, pair: Pair): Accepted | undefined {
  const seen = history.firstOf(pair);
  const exchange = seen === undefined ? undefined : history.exchanges.get(seen.exchange);
  return seen === undefined || exchange === undefined
    ? undefined
    : { identifier: seen.identifier, through: true, exchange };
}

/** The history cannot know why two pairs were chosen, so a merge of the two is told here and kept out of it. */
async function judgeJoined(
  context: ProbeContext,
  joined: JoinedPair,
  one: Accepted,
  exchange: Exchange,
): Promise<void> {
  const { case: named, label, first, second } = joined;
  const classified = classify(exchange);
  const identifier = classified.kind === 'accepted' ? classified.identifier : undefined;
  if (identifier === undefined || identifier !== one.identifier || context.history.ownersOf(identifier) > 1) {
    const other = await bookAccepted(context, acceptanceOf(second, joined), exchange);
    if (other.identifier !== undefined && context.history.ownersOf(other.identifier) === 1)
      context.ledger.pass(otherChannel);
    return;
  }
  context.ledger.record({
    clause: otherChannel,
    case: named,
    label,
    verdict: 'nonconformant',
    expects: 'other identifier',
    foundBy: 'sweep',
    history: 'merge of neighbours',
    expected: 'an identifier of its own: channel and subject differ',
    got: `the identifier of the other conversation, ${JSON.stringify(identifier)}`,
    advice: 'Look conversations up by channel and subject as two values, never by one text made of both.',
    exchange: exchange.number,
    control: one.exchange.number,
    difference: { at: channelPlace, control: first.channel, case: second.channel },
    steps: [step(first, identifier, one.exchange), step(second, identifier, exchange)],
  });
}

function acceptanceOf(pair: Pair, { case: named, label }: NamedCase): Acceptance {
  return { case: named, label, pair, blames: 'body/participants/subject/any-text' };
}

function step({ channel, subject }: Pair, identifier: string, { number }: Exchange) {
  const [person, place, got] = [subject, channel, identifier].map((text) => JSON.stringify(text));
  return { text: `establish ${person} on ${place}: ${got}`, exchange: number };
}
