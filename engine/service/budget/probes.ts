/**
 * The probes of a run with a budget: the whole contract in few requests. Each does its share of the work that was
 * chosen and stops when nothing is left; what was not reached stays not exercised.
 */

import { conformingDraft } from '../../../generators/basis.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { clausesOf } from '../../../schemas/clauses/clauses.js';
import type { Exchange } from '../../../wire/exchange.js';
import type { RequestDraft } from '../../../wire/request.js';
import { judgeAccepted } from '../accept.js';
import { isSelected } from '../places.js';
import { afterCallsAtOnce, callsAtOnce, plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import { nearChannel } from '../probes/different-pairs.js';
import { judgeJoined } from '../probes/joined-keys.js';
import { again } from '../probes/same-pair.js';
import { refuse } from '../refuse.js';
import type { Pair, Session } from '../session.js';
import { respell } from './respell.js';
import { draftOfRow, firstPair, type Row } from './rows.js';
import { sendRows } from './send-rows.js';
import { batchBehind, type Repeat, racedRows, workOf } from './work.js';

/** Before anything else, so that nothing else can explain what comes. */
export const asksAgain: Probe = {
  clause: 'behaviour/same-pair/repeated',
  title: 'gives the first pair its identifier again, plainly and on new connections',
  run: async (session) => {
    bookUnreached(session);
    await bookFirstControls(session);
    // At once behind the first control, before the work is chosen: what is seen late is gone a moment later.
    if (session.left > 0) await askAgain(session, firstPair(session), 'plainly', 0);
    for (const [index, repeat] of workOf(session).repeats.entries()) {
      if (session.left < 1) return;
      await askAgain(session, firstPair(session), repeat, index + 1);
    }
  },
};

/** The cause for every clause that nothing is sent for; what is sent for outweighs it. */
function bookUnreached(session: Session): void {
  const { only, edition, target } = session.options;
  if (target.credentials.expiredAccessToken === undefined) {
    session.ledger.skip('headers/authorization/expiry', 'not configured');
  }
  if (session.channels.length < 2) session.ledger.skip('behaviour/different-pair/channel', 'not configured');
  const owed = clausesOf(edition).filter(({ id, owes }) => owes !== 'connector' && isSelected(id, only));
  for (const { id } of owed) session.ledger.skip(id, 'budget spent');
}

/** The first controls were sent before any probe: here they are judged, so that not one of them is in vain. */
async function bookFirstControls(session: Session): Promise<void> {
  for (const { pair, exchange } of session.firstControls) {
    const answer = await judgeAccepted(
      session,
      {
        ...plainCase('the-first-control'),
        pair,
        blames: 'answer/success/status',
        probes: 'behaviour/same-pair/repeated',
        make: () => session.conforming(pair),
      },
      exchange,
    );
    if (answer.through) session.ledger.pass('operation/endpoint');
    const isSecond = pair.channel !== session.channel;
    if (isSecond && answer.identifier !== undefined && session.ownersOf(answer.identifier) === 1) {
      session.ledger.pass('behaviour/different-pair/channel');
    }
  }
}

function askAgain(session: Session, pair: Pair, repeat: Repeat, index: number): Promise<void> {
  const make = (): RequestDraft => asTheFirst(session, pair);
  return repeat === 'plainly'
    ? again(
        session,
        pair,
        'behaviour/same-pair/repeated',
        plainCase('asked-again', `call ${index + 2} with another RequestId`),
        make,
      )
    : again(
        session,
        pair,
        'behaviour/same-pair/connection',
        plainCase('on-a-new-connection', `call ${index + 2}, on a new connection`),
        make,
        { connection: 'fresh' },
      );
}

/** The plain request with the boundary of the first control, so that nothing but the RequestId is another. */
function asTheFirst(session: Session, pair: Pair): RequestDraft {
  const sent = session.firstControls[0]?.exchange.body ?? new Uint8Array();
  const basis = session.basis(pair);
  const boundary = /^--([^\r\n]+)\r\n/.exec(Buffer.from(sent).toString('latin1'))?.[1] ?? basis.boundary;
  return conformingDraft({ ...basis, boundary });
}

export const acceptsRows: Probe = {
  clause: 'behaviour/different-pair/subject',
  title: 'accepts conforming requests that carry much at once, and keeps their subjects apart',
  run: async (session) => {
    const { rows, races, respelled } = workOf(session);
    // The calls at once need a new pair anyway.
    const accepted = await sendRows(session, races.length === 0 ? rows : rows.slice(racedRows));
    await respell(session, accepted, respelled);
  },
};

export const keepsJoinedApart: Probe = {
  clause: 'behaviour/different-pair/channel',
  title: 'keeps apart what one text made of channel and subject merges, and channels that are nearly the same',
  run: async (session) => {
    const { joined, channels } = workOf(session);
    for (const { case: told, label, first, second } of joined) {
      if (session.left < 2) return;
      // The pair of the first control stands for the second pair wherever that was sent.
      const known = { channel: second.channel, subject: firstPair(session).subject };
      if (session.identifierOf(known) === undefined)
        await again(session, known, 'behaviour/same-pair/repeated', plainCase('the-first-control'));
      const other = { channel: first.channel, subject: first.subject.replace(second.subject, known.subject) };
      const exchange = await session.send(session.conforming(other), { accepted: other });
      const seen = session.history.find((one) => one.channel === known.channel && one.subject === known.subject);
      const control = seen === undefined ? undefined : session.exchanges.get(seen.exchange);
      if (seen === undefined || control === undefined) continue;
      const one = { identifier: seen.identifier, through: true, exchange: control };
      await judgeJoined(session, { case: told, label, first: known, second: other }, one, exchange);
    }
    for (const channel of channels) {
      if (session.left < 1) return;
      await nearChannel(session, channel, firstPair(session));
    }
  },
};

export const keepsRaces: Probe = {
  clause: 'behaviour/same-pair/at-once',
  title: 'gives calls that run at the same time one identifier, for new pairs and for a known one',
  run: async (session) => {
    const { rows, races } = workOf(session);
    const known = firstPair(session);
    for (const [round, calls] of races.entries()) {
      if (session.left < calls + 1) return;
      const row = round === 0 ? rows[0] : undefined;
      const first = row?.pair ?? { channel: session.channel, subject: session.word(`at-once-${round}`) };
      const second = { channel: session.channel, subject: session.word(`beside-${round}`) };
      // Half of the calls for a new pair, the last two for the first control, what is between for another new pair.
      const pairs = Array.from({ length: calls }, (_, call) =>
        call < calls / 2 ? first : call < calls - 2 ? second : known,
      );
      await bookRace(session, pairs, await session.race(pairs), row);
      await again(session, first, 'behaviour/same-pair/at-once', afterCallsAtOnce(calls));
    }
  },
};

async function bookRace(
  session: Session,
  pairs: readonly Pair[],
  exchanges: readonly Exchange[],
  row: Row | undefined,
): Promise<void> {
  for (const [index, exchange] of exchanges.entries()) {
    const pair = pairs[index];
    if (pair === undefined) continue;
    const before = session.identifierOf(pair);
    const named = pair === row?.pair ? racedCase(row, pairs.length) : callsAtOnce(pairs.length);
    const answer = await judgeAccepted(
      session,
      {
        ...named,
        pair,
        foundBy: 'race',
        blames: 'answer/success/status',
        probes: 'behaviour/same-pair/at-once',
        make: () => session.conforming(pair),
      },
      exchange,
    );
    if (before !== undefined && answer.identifier === before) session.ledger.pass('behaviour/same-pair/at-once');
  }
}

/** The subject of the row, which calls at once write plainly. */
function racedCase({ case: { spellings: _spellings, ...told }, label }: Row, calls: number): NamedCase {
  return { case: { ...told, calls }, label };
}

/** As often as one request is sent while a service turns it away. */
const mostTries = 5;
/** Where so many requests were turned away, one try more is kept for the control. */
const turnedAway = 8;

/**
 * Requests that the cases of a batch, retries included, leave for the control behind them: without it none of them
 * would count. One more than a control needs, because any request may be turned away; more where that happens often.
 */
function leftForControl(session: Session): number {
  if (session.left <= 2) return 1;
  return Math.min(mostTries, 2 + Math.ceil(session.sender.counts.throttled / turnedAway));
}

/** So many other conversations behind it make the first pair an old one. */
const others = 10;

/** All for the pair of the first control: it has an identifier to give away, and shows when a refusal changed it. */
export const refusesByTelling: Probe = {
  clause: 'answer/refusal/status',
  title: 'refuses violations of every clause, the most telling first',
  run: async (session) => {
    const { violations } = workOf(session);
    for (let next = 0; next < violations.length; ) {
      const leaves = leftForControl(session);
      const batch = Math.min(batchBehind(next), session.left - leaves);
      if (batch < 1 || session.lost !== undefined) return;
      const pair = firstPair(session);
      const before = session.identifierOf(pair);
      const control = await refuse(session, pair, violations.slice(next, next + batch), { leaves });
      if (before !== undefined && control.identifier === before) {
        session.ledger.pass('behaviour/same-pair/after-refusal');
        // The oldest pair of the run still has its identifier after all the others.
        if (session.knownPairs().length > others) session.ledger.pass('behaviour/same-pair/for-ever');
      }
      next += batch;
    }
  },
};

export const keepsRows: Probe = {
  clause: 'behaviour/same-pair/for-ever',
  title: 'gives the oldest pairs their identifiers again at the end',
  run: async (session) => {
    const { rows, audited } = workOf(session);
    const milliseconds = session.options.memoryMs ?? session.plan.memoryMs;
    if (milliseconds > 0) await session.wait(milliseconds);
    // What got no identifier, such as a subject longer than a service must take, has none to keep.
    const known = rows.slice(racedRows).filter(({ pair }) => session.identifierOf(pair) !== undefined);
    const oldest = known.slice(0, Math.min(audited, session.left));
    await Promise.all(
      oldest.map((row) =>
        // Written as before, so that nothing but time and others can have changed it.
        again(session, row.pair, 'behaviour/same-pair/for-ever', plainCase('at-the-end-of-the-run'), () =>
          draftOfRow(session, row),
        ),
      ),
    );
    session.audited += oldest.length;
  },
};
