/** Sends several messages in the same instant, each on a connection of its own that is open before. */
import { type Attempt, finish, obstacle, start, unsent } from './attempt.js';
import { Connection } from './connection.js';
import { stopped } from './failure.js';
import type { Message } from './message.js';
import type { SenderState } from './state.js';

/**
 * One try for each message, in the order of the messages; the caller holds the slots.
 *
 * Everything but the last byte of each message goes out first; the last bytes follow in one turn of the event loop, so
 * that the service has whole messages at nearly the same time.
 */
export async function raceOnce(
  state: SenderState,
  messages: readonly Message[],
  fresh: boolean,
): Promise<readonly Attempt[]> {
  const turned = await state.pace.turn(messages.length, false);
  const early = turned ? obstacle(state) : stopped;
  if (early !== undefined) return messages.map((message) => unsent(state, message, early));

  const startedMs = state.elapsedMs();
  const idle = () => (fresh ? undefined : state.pool.takeIdle());
  const opened = await Promise.all(messages.map(async () => idle() ?? state.pool.open()));
  const lanes = await Promise.all(
    messages.map(async (message, index) => {
      const connection = opened[index];
      // An idle connection may have gone away while the others were opened.
      const gone = connection === undefined || (connection instanceof Connection && !connection.usable);
      return { message, connection: gone ? await state.pool.open() : connection };
    }),
  );
  const tries = lanes.map(({ message, connection }) => ({
    message,
    begun:
      connection instanceof Connection
        ? start(state, message, connection, startedMs, 1)
        : unsent(state, message, connection, startedMs),
  }));
  await Promise.all(tries.map(({ begun }) => ('carriage' in begun ? begun.carriage.flushed : undefined)));
  for (const { begun } of tries) if ('carriage' in begun) begun.carriage.release();
  return Promise.all(tries.map(({ message, begun }) => ('carriage' in begun ? finish(state, message, begun) : begun)));
}

/** Whether a try of a race is to be sent again by itself. */
export function isToResend({ exchange, stale }: Attempt): boolean {
  return stale || exchange.answer?.status === 429 || exchange.answer?.status === 503;
}
