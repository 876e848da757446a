/** The sender: writes finished messages to a service, many at once, and gives back exchanges. */
import type { Exchange, Sender, SendOptions } from '../../wire/exchange.js';
import type { WireRequest } from '../../wire/request.js';
import { unsent } from './attempt.js';
import { deliver } from './delivery.js';
import { failure } from './failure.js';
import { type Message, messageOf } from './message.js';
import type { SenderOptions } from './options.js';
import { isToResend, raceOnce } from './race.js';
import { SenderState } from './state.js';

const stopped = failure('aborted', 'cut short: the sender was stopped before it was sent');

/**
 * Makes a sender for one service.
 *
 * What the network or the service does never rejects: it is the `failure` of the exchange. Exchanges whose failure
 * kept them from the wire have connection 0, and the head and body that would have been sent.
 *
 * @throws RangeError for options that no sender can work with.
 */
export function createSender(options: SenderOptions): Sender {
  const state = new SenderState(options);
  const { userAgent, concurrency } = options;
  const encode = (request: WireRequest, close: boolean): Message => messageOf(state.address, request, close, userAgent);
  let closing: Promise<void> | undefined;

  async function inSlots<T>(places: number, work: () => Promise<T>, otherwise: () => T): Promise<T> {
    if (!(await state.slots.take(places))) return otherwise();
    try {
      return await work();
    } finally {
      state.slots.give(places);
    }
  }

  async function send(
    request: WireRequest,
    { connection = 'pooled', leaves = 0 }: SendOptions = {},
  ): Promise<Exchange> {
    const fresh = connection === 'fresh';
    const message = { ...encode(request, fresh), leaves };
    return inSlots(
      1,
      () => deliver(state, message, fresh),
      () => unsent(state, message, stopped).exchange,
    );
  }

  /** A race of more messages than there are slots takes them all: it is meant to be simultaneous. */
  async function race(
    requests: readonly WireRequest[],
    { connection = 'pooled' }: SendOptions = {},
  ): Promise<readonly Exchange[]> {
    if (requests.length === 0) return [];
    const fresh = connection === 'fresh';
    const messages = requests.map((request) => encode(request, fresh));
    const raced = await inSlots(
      Math.min(messages.length, concurrency),
      () => raceOnce(state, messages, fresh),
      () => messages.map((message) => unsent(state, message, stopped)),
    );
    return Promise.all(
      raced.map((first, index) => {
        const message = messages[index];
        if (message === undefined || !isToResend(first)) return first.exchange;
        return inSlots(
          1,
          () => deliver(state, message, fresh, first),
          () => first.exchange,
        );
      }),
    );
  }

  return {
    send,
    race,
    get counts() {
      return state.counts;
    },
    hurry(answerMs) {
      state.hurry(answerMs);
    },
    async admit() {
      return (await state.pace.turn(1, true)) && !state.aborted && state.takeRequest();
    },
    /** Sends in line end with failure `aborted`. */
    close() {
      closing ??= state.close();
      return closing;
    },
  };
}
