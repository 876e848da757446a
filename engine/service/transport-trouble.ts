/** What it means for a verdict that no answer came: nothing, when it is our budget, a throttle or the network. */

import { isLimitReached } from '../../verdicts/service/probe-answer.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Exchange, FailureKind } from '../../wire/exchange.js';
import type { ProbeContext } from './probe-context.js';
import type { Run } from './run.js';

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
  if (exchange.failure !== undefined) return undecided[exchange.failure.kind];
  return isLimitReached(exchange) ? 'throttled' : undefined;
}

/**
 * Whether a small budget did not reach as far as a request: then it is not exercised, as all that was left out is.
 * Without the choice that a small budget makes, every request belongs to the run, and one that is missing is undecided.
 */
export function isNotReached({ withinBudget }: Pick<Run, 'withinBudget'>, cause: Cause | undefined): boolean {
  return withinBudget && cause === 'budget spent';
}

/** Neither a 2xx nor a refusal: it may be the whole service that is in trouble. */
export function isTrouble(exchange: Exchange): boolean {
  return exchange.answer === undefined || exchange.answer.status >= 500;
}

/** Left without an answer for as long as we wait, or throttled to the end. */
export function isStall(exchange: Exchange): boolean {
  return exchange.failure?.kind === 'answer-timeout' || exchange.failure?.kind === 'throttled';
}

/** Why an answer that is not as it must be decides nothing, before it is asked for again; undefined when it may. */
export async function whyUndecided(context: ProbeContext, exchange: Exchange): Promise<Cause | undefined> {
  const { run } = context;
  const cause = undecidedCause(exchange);
  if (cause !== undefined) {
    run.noteStall(exchange);
    return cause;
  }
  if (isStall(exchange) && run.isStalling) return 'another clause broken';
  return isTrouble(exchange) && (await isServiceGone(context)) ? 'unreachable' : undefined;
}

/**
 * No answer to one request is a finding only while others are answered. Asks for the plain control of the run;
 * when that goes unanswered too, the run is lost and the cause is told.
 */
async function isServiceGone(context: ProbeContext): Promise<boolean> {
  // The pair of the first control: a service that only fails to make new conversations is not gone.
  const pair = context.firstPair;
  const control = await context.send(context.conforming(pair), { accepted: pair }, { connection: 'fresh', leaves: 0 });
  // Without the control nothing is known: what follows finds out that the budget is spent, and says so.
  if (undecidedCause(control) === 'budget spent') return false;
  const status = control.answer?.status ?? 0;
  const gone = control.failure !== undefined || status >= 500;
  if (gone && undecidedCause(control) === undefined) {
    const what = control.failure?.message ?? `the control is answered with ${status}`;
    context.run.lose({ cause: 'unreachable', reason: `The service went out of reach: ${what}.` });
  }
  return gone;
}
