/**
 * The probes of a run with a budget: the whole contract in few requests. Each does its share of the work that was
 * chosen and stops when nothing is left; what was not reached stays not exercised.
 */

import { conformingDraft } from '../../../generators/basis.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { clausesOf } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../../wire/exchange.js';
import type { RequestDraft } from '../../../wire/request.js';
import { bookAccepted } from '../accept.js';
import { isSelected } from '../places.js';
import { afterCallsAtOnce, callsAtOnce, plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { nearChannel } from '../probes/different-pairs.js';
import { judgeJoined } from '../probes/joined-keys.js';
import { again } from '../probes/same-pair.js';
import { refuse } from '../refuse.js';
import { respell } from './respell.js';
import { draftOfRow, firstPair, type Row } from './rows.js';
import { sendRows } from './send-rows.js';
import { batchBehind, type Repeat, racedRows, workOf } from './work.js';

/** Before anything else, so that nothing else can explain what comes. */
export const asksAgain: Probe = {
  clause: 'behaviour/same-pair/repeated',
  title: 'gives the first pair its identifier again, plainly and on new connections',
  run: async (context) => {
    bookUnreached(context);
    await bookFirstControls(context);
    // At once behind the first control, before the work is chosen: what is seen late is gone a moment later.
    if (context.run.left > 0) await askAgain(context, firstPair(context), 'plainly', 0);
    for (const [index, repeat] of workOf(context).repeats.entries()) {
      if (context.run.left < 1) return;
      await askAgain(context, firstPair(context), repeat, index + 1);
    }
  },
};

/** The cause for every clause that nothing is sent for; what is sent for outweighs it. */
function bookUnreached(context: ProbeContext): void {
  const { only, edition, target } = context.options;
  if (target.credentials.expiredAccessToken === undefined) {
    context.ledger.skip('headers/authorization/expiry', 'not configured');
  }
  if (context.channels.length < 2) context.ledger.skip('behaviour/different-pair/channel', 'not configured');
  const owed = clausesOf(edition).filter(({ id, owes }) => owes !== 'connector' && isSelected(id, only));
  for (const { id } of owed) context.ledger.skip(id, 'budget spent');
}

/** The first controls were sent before any probe: here they are judged, so that not one of them is in vain. */
async function bookFirstControls(context: ProbeContext): Promise<void> {
  for (const { pair, exchange } of context.run.firstControls) {
    const answer = await bookAccepted(
      context,
      {
        ...plainCase('the-first-control'),
        pair,
        blames: 'answer/success/status',
        probes: 'behaviour/same-pair/repeated',
        make: () => context.conforming(pair),
      },
      exchange,
    );
    if (answer.through) context.ledger.pass('operation/endpoint');
    const isSecond = pair.channel !== context.channel;
    if (isSecond && answer.identifier !== undefined && context.history.ownersOf(answer.identifier) === 1) {
      context.ledger.pass('behaviour/different-pair/channel');
    }
  }
}

function askAgain(context: ProbeContext, pair: Pair, repeat: Repeat, index: number): Promise<void> {
  const make = (): RequestDraft => asTheFirst(context, pair);
  return repeat === 'plainly'
    ? again(
        context,
        pair,
        'behaviour/same-pair/repeated',
        plainCase('asked-again', `call ${index + 2} with another RequestId`),
        make,
      )
    : again(
        context,
        pair,
        'behaviour/same-pair/connection',
        plainCase('on-a-new-connection', `call ${index + 2}, on a new connection`),
        make,
        { connection: 'fresh' },
      );
}

/** The plain request with the boundary of the first control, so that nothing but the RequestId is another. */
function asTheFirst(context: ProbeContext, pair: Pair): RequestDraft {
  const sent = context.run.firstControls[0]?.exchange.body ?? new Uint8Array();
  const basis = context.basis(pair);
  const boundary = /^--([^\r\n]+)\r\n/.exec(Buffer.from(sent).toString('latin1'))?.[1] ?? basis.boundary;
  return conformingDraft({ ...basis, boundary });
}

export const acceptsRows: Probe = {
  clause: 'behaviour/different-pair/subject',
  title: 'accepts conforming requests that carry much at once, and keeps their subjects apart',
  run: async (context) => {
    const { rows, races, respelled } = workOf(context);
    // The calls at once need a new pair anyway.
    const accepted = await sendRows(context, races.length === 0 ? rows : rows.slice(racedRows));
    await respell(context, accepted, respelled);
  },
};

export const keepsJoinedApart: Probe = {
  clause: 'behaviour/different-pair/channel',
  title: 'keeps apart what one text made of channel and subject merges, and channels that are nearly the same',
  run: async (context) => {
    const { joined, channels } = workOf(context);
    for (const { case: told, label, first, second } of joined) {
      if (context.run.left < 2) return;
      // The pair of the first control stands for the second pair wherever that was sent.
      const known = { channel: second.channel, subject: firstPair(context).subject };
      if (context.history.identifierOf(known) === undefined)
        await again(context, known, 'behaviour/same-pair/repeated', plainCase('the-first-control'));
      const other = { channel: first.channel, subject: first.subject.replace(second.subject, known.subject) };
      const exchange = await context.send(context.conforming(other), { accepted: other });
      const seen = context.history.observations.find(
        (one) => one.channel === known.channel && one.subject === known.subject,
      );
      const control = seen === undefined ? undefined : context.history.exchanges.get(seen.exchange);
      if (seen === undefined || control === undefined) continue;
      const one = { identifier: seen.identifier, through: true, exchange: control };
      await judgeJoined(context, { case: told, label, first: known, second: other }, one, exchange);
    }
    for (const channel of channels) {
      if (context.run.left < 1) return;
      await nearChannel(context, channel, firstPair(context));
    }
  },
};

export const keepsRaces: Probe = {
  clause: 'behaviour/same-pair/at-once',
  title: 'gives calls that run at the same time one identifier, for new pairs and for a known one',
  run: async (context) => {
    const { rows, races } = workOf(context);
    const known = firstPair(context);
    for (const [round, calls] of races.entries()) {
      if (context.run.left < calls + 1) return;
      const row = round === 0 ? rows[0] : undefined;
      const first = row?.pair ?? context.pair(`at-once-${round}`);
      const second = context.pair(`beside-${round}`);
      // Half of the calls for a new pair, the last two for the first control, what is between for another new pair.
      const pairs = Array.from({ length: calls }, (_, call) =>
        call < calls / 2 ? first : call < calls - 2 ? second : known,
      );
      await bookRace(context, pairs, await context.race(pairs), row);
      await again(context, first, 'behaviour/same-pair/at-once', afterCallsAtOnce(calls));
    }
  },
};

async function bookRace(
  context: ProbeContext,
  pairs: readonly Pair[],
  exchanges: readonly Exchange[],
  row: Row | undefined,
): Promise<void> {
  for (const [index, exchange] of exchanges.entries()) {
    const pair = pairs[index];
    if (pair === undefined) continue;
    const before = context.history.identifierOf(pair);
    const named = pair === row?.pair ? racedCase(row, pairs.length) : callsAtOnce(pairs.length);
    const answer = await bookAccepted(
      context,
      {
        ...named,
        pair,
        foundBy: 'race',
        blames: 'answer/success/status',
        probes: 'behaviour/same-pair/at-once',
        make: () => context.conforming(pair),
      },
      exchange,
    );
    if (before !== undefined && answer.identifier === before) context.ledger.pass('behaviour/same-pair/at-once');
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
function leftForControl(context: ProbeContext): number {
  if (context.run.left <= 2) return 1;
  return Math.min(mostTries, 2 + Math.ceil(context.run.sending.sender.counts.throttled / turnedAway));
}

/** So many other conversations behind it make the first pair an old one. */
const others = 10;

/** All for the pair of the first control: it has an identifier to give away, and shows when a refusal changed it. */
export const refusesByTelling: Probe = {
  clause: 'answer/refusal/status',
  title: 'refuses violations of every clause, the most telling first',
  run: async (context) => {
    const { violations } = workOf(context);
    for (let next = 0; next < violations.length; ) {
      const leaves = leftForControl(context);
      const batch = Math.min(batchBehind(next), context.run.left - leaves);
      if (batch < 1 || context.run.lost !== undefined) return;
      const pair = firstPair(context);
      const before = context.history.identifierOf(pair);
      const control = await refuse(context, pair, violations.slice(next, next + batch), { leaves });
      if (before !== undefined && control.identifier === before) {
        context.ledger.pass('behaviour/same-pair/after-refusal');
        // The oldest pair of the run still has its identifier after all the others.
        if (context.history.knownPairs().length > others) context.ledger.pass('behaviour/same-pair/for-ever');
      }
      next += batch;
    }
  },
};

export const keepsRows: Probe = {
  clause: 'behaviour/same-pair/for-ever',
  title: 'gives the oldest pairs their identifiers again at the end',
  run: async (context) => {
    const { rows, audited } = workOf(context);
    const milliseconds = context.options.memoryMs ?? context.plan.memoryMs;
    if (milliseconds > 0) await context.run.sending.wait(milliseconds);
    // What got no identifier, such as a subject longer than a service must take, has none to keep.
    const known = rows.slice(racedRows).filter(({ pair }) => context.history.identifierOf(pair) !== undefined);
    const oldest = known.slice(0, Math.min(audited, context.run.left));
    await Promise.all(
      oldest.map((row) =>
        // Written as before, so that nothing but time and others can have changed it.
        again(context, row.pair, 'behaviour/same-pair/for-ever', plainCase('at-the-end-of-the-run'), () =>
          draftOfRow(context, row),
        ),
      ),
    );
    context.run.noteAudited(oldest.length);
  },
};
