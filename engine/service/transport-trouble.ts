/** What it means for a verdict that no answer came: nothing, when it is our budget, a throttle or the network. */

import type { Cause } from '../../verdicts/verdict.js';
import type { Exchange, FailureKind } from '../../wire/exchange.js';
import type { Session } from './session.js';

const undecided: Partial<Record<FailureKind, Cause>> = {
  throttled: 'throttled',
  'budget-spent': 'budget spent',
  aborted: 'cut short',
  dns: 'unreachable',
  'connection-refused': 'unreachable',
  tls: 'unreachable',
  proxy: 'unreachable',
  'connect-timeout': 'unreachable',
  'token-dead': 'credentials refused',
};

/** The cause for which an exchange can decide nothing; undefined when it can. */
export function undecidedCause(exchange: Exchange): Cause | undefined {
  return exchange.failure === undefined ? undefined : undecided[exchange.failure.kind];
}

/**
 * Whether a small budget did not reach as far as this request: then it is not exercised, as all that was left out is.
 * Without the choice that a small budget makes, every request belongs to the run, and one that is missing is undecided.
 */
export function isNotReached(session: Session, cause: Cause | undefined): boolean {
  return session.withinBudget && cause === 'budget spent';
}

/** Neither a 2xx nor a refusal: it may be the whole service that is in trouble. */
export function isTrouble(exchange: Exchange): boolean {
  return exchange.answer === undefined || exchange.answer.status >= 500;
}

/** Left without an answer for as long as we wait, or throttled to the end. */
export function isStall(exchange: Exchange): boolean {
  return exchange.failure?.kind === 'answer-timeout' || exchange.failure?.kind === 'throttled';
}

/**
 * No answer to one request is a finding only while others are answered. Asks for the plain control of the run;
 * when that goes unanswered too, the session is lost and the cause is told.
 */
export async function isServiceGone(session: Session): Promise<boolean> {
  // The pair of the first control: a service that only fails to make new conversations is not gone.
  const pair = { channel: session.channel, subject: session.word('first-control') };
  const control = await session.send(session.conforming(pair), { accepted: pair }, { connection: 'fresh' });
  // Without the control nothing is known: what follows finds out that the budget is spent, and says so.
  if (undecidedCause(control) === 'budget spent') return false;
  const status = control.answer?.status ?? 0;
  const gone = control.failure !== undefined || status >= 500;
  if (gone && undecidedCause(control) === undefined) {
    const what = control.failure?.message ?? `the control is answered with ${status}`;
    session.lost ??= { cause: 'unreachable', reason: `The service went out of reach: ${what}.` };
  }
  return gone;
}
