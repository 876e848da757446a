/** Sends requests that must be refused, between controls that must be accepted, and books what their judge makes of it. */
import type { NamedCase } from '../../generators/named-case.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { classify } from '../../verdicts/service/classify.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange, SendOptions } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import { type Accepted, accept, askNewPairs } from './accept.js';
import { type Confirmation, confirm } from './confirm.js';
import { nowAndThen } from './judge-acceptance.js';
import {
  isAllowed,
  isProven,
  judgeRefusal,
  judgeUnproven,
  type RefusalEvidence,
  type RefusalFacts,
} from './judge-refusal.js';
import { plainCase } from './plain-cases.js';
import type { ProbeContext } from './probe-context.js';
import { isTrouble, undecidedCause, whyUndecided } from './transport-trouble.js';

export interface RefusalCase extends RefusalFacts {
  /** Makes the request with a new RequestId; the first call comes before the first await. */
  readonly make: () => RequestDraft;
}

/** Rounds of cases and control; more are needed only where tokens die faster than the cases are sent. */
const mostRounds = 3;

/**
 * All cases at once, then the control for the same pair, then the verdicts. Returns the control. Cases that may have
 * been refused because their token was dead are sent again with a live one, and a control after them.
 *
 * @param send how the cases are sent; the controls are always sent plainly.
 */
export async function refuse(
  context: ProbeContext,
  pair: Pair,
  cases: readonly RefusalCase[],
  send: SendOptions = {},
): Promise<Accepted> {
  context.run.hasRefused = true;
  let sent = await Promise.all(cases.map((one) => sendCase(context, one, send)));
  let control = await controlFor(context, pair);
  for (let rounds = 1; rounds < mostRounds && sent.some((one) => !isTold(context, one, control)); rounds += 1) {
    // One with the right token needs the control after it and nothing more.
    const { generation } = context.tokens;
    const { sending } = context.run;
    const again = sent.map((one) => {
      const isDoubtful = one.generation !== generation || sending.isConnectionInDoubt(one.exchange);
      return isTold(context, one, control) || !isDoubtful ? one : sendCase(context, one.of, send);
    });
    sent = await Promise.all(again);
    control = await freshControl(context, pair);
  }
  for (const one of sent) {
    if (isTold(context, one, control)) await bookRefused(context, one.of, one.exchange, control);
    else context.ledger.book(judgeUnproven(one.of, { exchange: one.exchange, control }));
  }
  return control;
}

/** A case that was sent, and the token that it was made with. */
interface SentCase {
  readonly of: RefusalCase;
  readonly exchange: Exchange;
  readonly generation: number;
  /** Whether the token was still good when the answer came, as far as it says itself. */
  readonly alive: boolean | undefined;
}

/** Sends a case; again, made with a new token, when its own had expired by the time of a refusal. */
export async function sendCase(context: ProbeContext, one: RefusalCase, send: SendOptions = {}): Promise<SentCase> {
  const { tokens, run } = context;
  for (let tries = 1; ; tries += 1) {
    if (tokens.isDue) await tokens.ahead();
    const { generation } = tokens;
    const exchange = await context.send(one.make(), 'refused', send);
    const alive = tokens.isAlive(generation);
    const isDoubtful = alive === false && classify(exchange).kind === 'refused' && run.lost === undefined;
    if (!isDoubtful || tries >= mostRounds || !tokens.renewable) return { of: one, exchange, generation, alive };
    if (generation === tokens.generation && (await tokens.renew()) !== undefined) {
      return { of: one, exchange, generation, alive };
    }
  }
}

/** Whether what came tells of the request, whatever became of its token. */
function isTold({ run, tokens }: ProbeContext, { exchange, generation, alive }: SentCase, control: Accepted): boolean {
  if (run.sending.isConnectionInDoubt(exchange)) return false;
  // The token as a whole behind the scheme Bearer.
  const token = /^authorization:[ \t]*bearer +([^\r\n]*?)[ \t]*$/im.exec(exchange.head)?.[1];
  return isProven(exchange, control, {
    isOfControl: run.sending.generationOf(control.exchange) === generation,
    isDead: tokens.isDead(generation),
    isWhole: token !== undefined && tokens.isKnown(token),
    isAlive: alive,
  });
}

async function controlFor(context: ProbeContext, pair: Pair): Promise<Accepted> {
  return (context.run.isEconomical ? context.run.sharedControl : undefined) ?? freshControl(context, pair);
}

async function freshControl(context: ProbeContext, pair: Pair): Promise<Accepted> {
  if (!context.run.isEconomical) return plainControl(context, pair, plainCase('after-refused-requests'));
  return context.run.shareControl(await plainControl(context, pair, plainCase('a-shared-control')));
}

/**
 * The plain conforming request for a pair: the control of everything that is refused for it.
 *
 * @param blames what is broken when it is refused, where the pair itself is unusual.
 */
export function plainControl(
  context: ProbeContext,
  pair: Pair,
  named: NamedCase,
  blames?: ClauseId,
): Promise<Accepted> {
  return accept(context, { ...named, pair, blames, probes: 'behaviour/same-pair/after-refusal' });
}

/** Failures of a clause that came again behind which one with the same answer is not sent again. */
const enoughAlike = 3;

/** Books one case, sent again where it was not refused; true when the service refused it as it must. */
export async function bookRefused(
  context: ProbeContext,
  one: RefusalCase,
  exchange: Exchange,
  control: Accepted,
): Promise<boolean> {
  const booked = judgeRefusal(one, await evidenceOf(context, one, exchange, control), context.run);
  context.ledger.book(booked);
  return booked.passes?.includes(one.clause) === true;
}

async function evidenceOf(
  context: ProbeContext,
  one: RefusalCase,
  exchange: Exchange,
  control: Accepted,
): Promise<RefusalEvidence> {
  if (isAllowed(one, exchange)) return { exchange, control };
  const isSeen = context.confirmedAlike(one.clause, exchange) >= enoughAlike;
  if (isSeen) return { exchange, control, confirmed: { how: 'alone', exchange }, isSeen };
  const cause = await whyUndecided(context, exchange);
  if (cause !== undefined) return { exchange, control, cause };
  const again = async (connection: SendOptions['connection']): Promise<Exchange> =>
    (await sendCase(context, one, { connection, leaves: 0 })).exchange;
  const confirmed = await confirm(again, (other) => !isAllowed(one, other) && undecidedCause(other) === undefined);
  const passed = await refusalAmong(exchange, confirmed, one, again);
  if (passed !== undefined && (await breaksNowAndThen(context, exchange))) return { exchange: passed, control };
  if (confirmed.how === 'alone') context.noteConfirmed(one.clause, exchange);
  if (confirmed.how !== 'not again') context.run.noteStall(confirmed.exchange);
  return { exchange, control, confirmed };
}

/** Tries behind two breakdowns in a row, which may be chance. */
const moreTries = 2;

/** A refusal of the same request beside its breakdowns; undefined where it was never refused, or was taken once. */
async function refusalAmong(
  first: Exchange,
  confirmed: Confirmation,
  one: RefusalCase,
  again: (connection: 'fresh') => Promise<Exchange>,
): Promise<Exchange | undefined> {
  if (!isTrouble(first) || (confirmed.how !== 'not again' && !isTrouble(confirmed.exchange))) return undefined;
  if (confirmed.how !== 'alone' || confirmed.passed !== undefined) {
    return confirmed.passed !== undefined && isAllowed(one, confirmed.passed) ? confirmed.passed : undefined;
  }
  for (let tries = 0; tries < moreTries; tries += 1) {
    const exchange = await again('fresh');
    if (isAllowed(one, exchange)) return exchange;
  }
  return undefined;
}

/** Whether plain calls fail now and then too: what breaks down whatever it is asked says nothing of the request that met it. */
async function breaksNowAndThen(context: ProbeContext, exchange: Exchange): Promise<boolean> {
  const { run } = context;
  if (run.breaksNowAndThen) return true;
  const newPairs = await askNewPairs(context);
  const booked = nowAndThen({ exchange, newPairs, calls: run.acceptedCalls });
  if (booked === undefined) return false;
  run.breaksNowAndThen = true;
  context.ledger.book(booked);
  return true;
}
