/** Sends one message until it is through: again on a fresh connection after a stale one, again after 429 and 503. */
import type { Exchange, TransportFailure } from '../../wire/exchange.js';
import { retryAfterMs } from '../../wire/http/retry-after.js';
import { type Attempt, attempt, unsent } from './attempt.js';
import { failure, stopped } from './failure.js';
import type { Message } from './message.js';
import type { SenderState } from './state.js';

/**
 * Delivers a message; the caller holds a slot.
 *
 * @param fresh opens a connection even when one is idle.
 * @param first a try made already, by a race.
 */
export async function deliver(
  state: SenderState,
  message: Message,
  fresh: boolean,
  first?: Attempt,
): Promise<Exchange> {
  const { throttle } = state.settings;
  const waits: { status: number; waitedMs: number }[] = [];
  const onFresh = () => state.pool.open();
  const onAny = async () => state.pool.takeIdle() ?? state.pool.open();
  const send = async (again: boolean, connect = fresh ? onFresh : onAny): Promise<Attempt> =>
    (await state.pace.turn(1, again)) ? attempt(state, message, connect) : unsent(state, message, stopped);

  let last = first ?? (await send(false));
  let retriedStale = false;
  let resent = false;
  let tries = 1;
  for (;;) {
    if (last.stale && !retriedStale) {
      retriedStale = resent = true;
      last = keepingAnswer(last, await send(true, onFresh));
      continue;
    }
    const { answer, failure: cause } = last.exchange;
    if (cause !== undefined || answer === undefined || (answer.status !== 429 && answer.status !== 503)) {
      return { ...last.exchange, waits, ...(resent ? { resent } : {}) };
    }
    if (tries >= state.maxTries) return { ...last.exchange, waits, failure: gaveUp(state, tries) };
    const asked = retryAfterMs(answer.fields, state.settings.clock.wallMs());
    const before = state.elapsedMs();
    state.pace.hold(Math.min(asked ?? throttle.fallbackMs * 2 ** (tries - 1), throttle.maxWaitMs));
    const turned = await state.pace.turn(1, true);
    if (!turned) return { ...last.exchange, waits, failure: stopped };
    const waitedMs = state.elapsedMs() - before;
    waits.push({ status: answer.status, waitedMs });
    state.countWait(waitedMs);
    tries += 1;
    retriedStale = false;
    last = keepingAnswer(last, await attempt(state, message, fresh ? onFresh : onAny));
  }
}

/** When the message could not be sent again, the answer that came before is still worth showing. */
function keepingAnswer(before: Attempt, after: Attempt): Attempt {
  const { answer } = before.exchange;
  const { failure: cause } = after.exchange;
  const unsentNow = cause?.kind === 'budget-spent' || (cause?.kind === 'aborted' && after.exchange.connection.id === 0);
  if (cause === undefined || answer === undefined || !unsentNow) return after;
  return { exchange: { ...before.exchange, failure: cause }, stale: false };
}

function gaveUp(state: SenderState, tries: number): TransportFailure {
  return failure('throttled', `${state.address.label} still answered 429 or 503 at try ${tries}`);
}
