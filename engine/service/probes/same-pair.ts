/** Probes: one pair keeps its identifier, asked for again in every way that must not matter. */

import type { NamedCase } from '../../../generators/named-case.js';
import { spellingsByDimension } from '../../../generators/spellings/index.js';
import { spelledCase } from '../../../generators/spellings/spelling.js';
import { violationsForServices } from '../../../generators/violations/catalogue.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { pairKey } from '../../../verdicts/service/history.js';
import type { SendOptions } from '../../../wire/exchange.js';
import type { RequestDraft } from '../../../wire/request.js';
import { accept, judgeAccepted } from '../accept.js';
import { afterCallsAtOnce, callsAtOnce, plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import { refuse } from '../refuse.js';
import type { Pair, Session } from '../session.js';
import { caseOf } from './refuses.js';

/** Asks once more; counts for the clause when the identifier is the first one of the pair. A split is told by the history. */
export async function again(
  session: Session,
  pair: Pair,
  probes: ClauseId,
  named: NamedCase,
  make: () => RequestDraft = () => session.conforming(pair),
  send?: SendOptions,
): Promise<void> {
  const before = session.identifierOf(pair);
  const answer = await accept(session, {
    ...named,
    pair,
    blames: 'answer/success/status',
    probes,
    make,
    ...(send === undefined ? {} : { send }),
  });
  if (before !== undefined && answer.identifier === before) session.ledger.pass(probes);
}

/** Establishes a pair and asks plainly again, so that a finer clause is blamed only for what plain repeats keep. */
async function established(session: Session, name: string): Promise<Pair> {
  const pair = { channel: session.channel, subject: session.word(name) };
  for (const slug of ['established', 'asked-again'] as const) {
    await again(session, pair, 'behaviour/same-pair/repeated', plainCase(slug));
  }
  return pair;
}

export const keepsOnRepeat: Probe = {
  clause: 'behaviour/same-pair/repeated',
  title: 'gives a pair its identifier again',
  run: async (session) => {
    const { economical } = session.plan;
    for (const channel of economical ? session.channels.slice(0, 1) : session.channels) {
      const pair = { channel, subject: session.word('repeated') };
      for (let call = 1; call <= (economical ? 3 : 6); call += 1) {
        const named = plainCase('asked-again', `call ${call} with another RequestId`);
        await again(session, pair, 'behaviour/same-pair/repeated', named);
      }
    }
  },
};

export const keepsOnEveryConnection: Probe = {
  clause: 'behaviour/same-pair/connection',
  title: 'gives a pair its identifier on every connection',
  run: async (session) => {
    const pair = await established(session, 'connection');
    for (let call = 1; call <= (session.plan.economical ? 1 : 4); call += 1) {
      const named = plainCase('on-a-new-connection', `on new connection ${call}`);
      await again(session, pair, 'behaviour/same-pair/connection', named, undefined, { connection: 'fresh' });
    }
  },
};

export const keepsInEverySpelling: Probe = {
  clause: 'behaviour/same-pair/spelling',
  title: 'gives a pair its identifier in every spelling',
  run: async (session) => {
    const pair = await established(session, 'spelling');
    const dimensions = [...spellingsByDimension(session.options.edition).values()];
    const chosen = dimensions.flatMap((some) => some.slice(0, session.plan.spellingsPerClause));
    // The last dimensions are those of the body, in which implementations differ most.
    for (const spelling of session.plan.economical ? chosen.slice(-3) : chosen) {
      const make = (): RequestDraft => spelling.apply(session.conforming(pair));
      await again(session, pair, 'behaviour/same-pair/spelling', spelledCase(spelling), make);
    }
  },
};

/** Refused requests before the first call, and between calls, a violation of each clause in turn. */
export const keepsAfterRefusals: Probe = {
  clause: 'behaviour/same-pair/after-refusal',
  title: 'gives a pair its identifier whatever was refused before',
  run: async (session) => {
    const { economical } = session.plan;
    const refusedFirst = { channel: session.channel, subject: session.word('refused-first') };
    const first = onePerClause(session, refusedFirst);
    // Where subjects are reused, an earlier run has established the pair already.
    if (!economical && session.options.reuseSubjects !== true) {
      await refuse(session, refusedFirst, first);
      await again(session, refusedFirst, 'behaviour/same-pair/after-refusal', plainCase('after-refusals-came-first'));
    }
    const pair = await established(session, 'refused-between');
    for (const one of onePerClause(session, pair).slice(0, economical ? 1 : undefined)) {
      await refuse(session, pair, [one]);
      const named = plainCase('after-a-refused-request', `after a refused request: ${one.label}`);
      await again(session, pair, 'behaviour/same-pair/after-refusal', named);
    }
  },
};

function onePerClause(session: Session, pair: Pair) {
  const violations = violationsForServices(session.basis(pair));
  return violations
    .filter(({ clause }, index) => violations.findIndex((other) => other.clause === clause) === index)
    .map((violation) => caseOf(session, pair, violation));
}

/** Calls that start together, first for a pair that is new, then for the same pair once it is known; then strangers at once. */
export const keepsAtOnce: Probe = {
  clause: 'behaviour/same-pair/at-once',
  title: 'gives calls that run at the same time one identifier',
  run: async (session) => {
    for (const [round, calls] of session.plan.races.entries()) {
      const pair = { channel: session.channel, subject: session.word(`at-once-${round + 1}`) };
      await raceFor(
        session,
        Array.from({ length: calls }, () => pair),
        callsAtOnce(calls),
      );
      await again(session, pair, 'behaviour/same-pair/at-once', afterCallsAtOnce(calls));
    }
    if (session.plan.economical) return;
    const strangers = Array.from({ length: strangersAtOnce }, (_, index) => ({
      channel: session.channels[index % session.channels.length] ?? '',
      subject: session.word(`stranger-${index}`),
    }));
    await raceFor(session, strangers, plainCase('beside-calls-for-others', undefined, { beside: true }));
    for (const pair of strangers) {
      await again(session, pair, 'behaviour/same-pair/at-once', plainCase('after-calls-beside-others'));
    }
  },
};

/** Enough for a service to mix up whose answer is whose. */
const strangersAtOnce = 12;

async function raceFor(session: Session, pairs: readonly Pair[], named: NamedCase): Promise<void> {
  const exchanges = await session.race(pairs);
  const strangers = new Set(pairs.map(pairKey)).size > 1;
  for (const [index, exchange] of exchanges.entries()) {
    const pair = pairs[index];
    if (pair === undefined) continue;
    const before = session.identifierOf(pair);
    const answer = await judgeAccepted(
      session,
      {
        ...named,
        pair,
        foundBy: 'race',
        blames: 'answer/success/status',
        probes: 'behaviour/same-pair/at-once',
        make: () => session.conforming(pair),
        ...(strangers ? { beside: exchanges.map(({ number }) => number) } : {}),
      },
      exchange,
    );
    if (before !== undefined && answer.identifier === before) session.ledger.pass('behaviour/same-pair/at-once');
  }
}

/** The closing audit: pairs of the whole run are asked for again, the oldest first. */
export const keepsForEver: Probe = {
  clause: 'behaviour/same-pair/for-ever',
  title: 'gives every pair of the run its identifier again at the end',
  run: async (session) => {
    const crowd = Array.from({ length: session.plan.crowd }, (_, index) => ({
      channel: session.channel,
      subject: session.word(`crowd-${index}`),
    }));
    await Promise.all(
      crowd.map((pair) => again(session, pair, 'behaviour/same-pair/for-ever', plainCase('one-of-a-crowd'))),
    );
    const pairs = session.knownPairs().slice(0, session.plan.audited);
    await Promise.all(
      pairs.map((pair) => again(session, pair, 'behaviour/same-pair/for-ever', plainCase('at-the-end-of-the-run'))),
    );
    session.audited += pairs.length;
    await remember(session, pairs.slice(0, remembered));
  },
};

/** How many of the oldest pairs are asked for over the time of the memory, and in how many rounds. */
const remembered = 20;
const rounds = 8;

/**
 * Spreads repeats over a time. One pair is asked for in every round, each of the others once on the way and at the end,
 * so after a silence: a life time that counts from the last use shows as well as one that counts from the first.
 */
async function remember(session: Session, pairs: readonly Pair[]): Promise<void> {
  const milliseconds = session.options.memoryMs ?? session.plan.memoryMs;
  if (milliseconds === 0) return;
  for (let round = 1; round <= rounds; round += 1) {
    await session.wait(milliseconds / rounds);
    const seconds = Math.round((round * milliseconds) / rounds / 1_000);
    const asked = pairs.filter(
      (_, index) => index === 0 || round === rounds || (index > rounds && index % rounds === round),
    );
    for (const pair of asked) {
      const named = plainCase('after-a-time', `asked again ${seconds} s after the audit`);
      await again(session, pair, 'behaviour/same-pair/for-ever', named);
    }
  }
}
