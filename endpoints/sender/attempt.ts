/** One try of one message: a connection, the bytes, the answer without its codings, and the exchange told of it. */
import { plural } from '../../text/format.js';
import type { Exchange, TransportFailure } from '../../wire/exchange.js';
import { decodeBody } from '../../wire/http/content-coding.js';
import type { Carriage, Outcome } from './carriage.js';
import { Connection } from './connection.js';
import { failure } from './failure.js';
import type { Message } from './message.js';
import type { SenderState } from './state.js';

export interface Attempt {
  readonly exchange: Exchange;
  /** A kept-alive connection had gone away: the service never saw the message, so it is sent again. */
  readonly stale: boolean;
}

/** A try under way, so that a race can begin several and release them together. */
export interface Started {
  readonly connection: Connection;
  readonly carriage: Carriage;
  readonly reused: boolean;
  readonly number: number;
  readonly startedMs: number;
}

/** The exchange of a try that wrote nothing: connection 0 stands for none. */
export function unsent(state: SenderState, { head, body }: Message, cause: TransportFailure, since?: number): Attempt {
  const endedMs = state.elapsedMs();
  const startedMs = since ?? endedMs;
  const durationMs = endedMs - startedMs;
  const number = state.nextNumber();
  const connection = { id: 0, reused: false };
  return {
    exchange: { number, startedMs, durationMs, connection, head, body, failure: cause, waits: [] },
    stale: false,
  };
}

/** Why nothing may be written now; undefined when it may. */
export function obstacle(state: SenderState, leaves = 0): TransportFailure | undefined {
  if (state.aborted) return failure('aborted', 'cut short before it was sent');
  if (!state.isBudgetSpent(leaves)) return undefined;
  const kept = leaves > 0 && !state.isBudgetSpent() ? ', but for what proves the refusals' : '';
  return failure('budget-spent', `the budget of ${plural(state.settings.maxRequests, 'request')} is spent${kept}`);
}

/** Sends once: over the connection that `connect` brings. */
export async function attempt(
  state: SenderState,
  message: Message,
  connect: () => Promise<Connection | TransportFailure>,
): Promise<Attempt> {
  const startedMs = state.elapsedMs();
  // Asked before connecting too: what may not be sent needs no connection.
  const early = obstacle(state, message.leaves);
  if (early !== undefined) return unsent(state, message, early, startedMs);
  const connection = await connect();
  if (!(connection instanceof Connection)) return unsent(state, message, connection, startedMs);
  const started = start(state, message, connection, startedMs, 0);
  return 'exchange' in started ? started : finish(state, message, started);
}

/** Begins to write, but for the `heldBack` last bytes. */
export function start(
  state: SenderState,
  message: Message,
  connection: Connection,
  startedMs: number,
  heldBack: number,
): Started | Attempt {
  const late = obstacle(state, message.leaves);
  if (late !== undefined) {
    state.pool.giveBack(connection, true);
    return unsent(state, message, late, startedMs);
  }
  state.takeRequest(message.leaves);
  const reused = connection.carried > 0;
  const { address, timeouts, settings } = state;
  const carriage = connection.carry(message, { label: address.label, timeouts, limits: settings.limits, heldBack });
  return { connection, carriage, reused, number: state.nextNumber(), startedMs };
}

/** Waits for the outcome, gives the connection back and tells the exchange. */
export async function finish(state: SenderState, message: Message, started: Started): Promise<Attempt> {
  const { carriage, number, startedMs, reused } = started;
  const outcome = await carriage.outcome;
  const durationMs = state.elapsedMs() - startedMs;
  const keep = outcome.kind === 'answered' && outcome.reusable && message.keepsConnection;
  state.pool.giveBack(started.connection, keep);
  const connection = { id: started.connection.id, reused };
  const { head, body } = message;
  const result = await resultOf(state, outcome);
  const exchange = { number, startedMs, durationMs, connection, head, body, ...result, waits: [] };
  return { exchange, stale: reused && wentStale(outcome) };
}

/** A service that gives up an idle connection may say so with 408 just as the next message arrives. */
function wentStale(outcome: Outcome): boolean {
  return outcome.kind === 'failed' ? outcome.unanswered : outcome.answer.status === 408;
}

async function resultOf(state: SenderState, outcome: Outcome): Promise<Pick<Exchange, 'answer' | 'failure'>> {
  if (outcome.kind === 'failed') return { failure: outcome.failure };
  const { codings, body, truncated, ...head } = outcome.answer;
  if (codings.length === 0) return { answer: { ...head, body, truncated } };
  const decoded = await decodeBody(codings, body, truncated, state.settings.limits.decodedBytes);
  if (decoded !== undefined) return { answer: { ...head, ...decoded } };
  const message = `${state.address.label} sent a body that is not in the content coding that it names, or in an unknown one`;
  return { failure: failure('malformed-answer', message) };
}
