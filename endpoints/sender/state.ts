/** What all exchanges of one sender share: settings, connections, pace, and the counts. */
import { setMaxListeners } from 'node:events';
import type { SenderCounts } from '../../wire/exchange.js';
import { type Address, addressOf } from './address.js';
import { trusting } from './connect.js';
import { type SenderOptions, type SenderSettings, settingsOf, type Timeouts } from './options.js';
import { Pace } from './pace.js';
import { Pool } from './pool.js';
import { proxyFor } from './proxy.js';
import { Slots } from './slots.js';

export class SenderState {
  readonly settings: SenderSettings;
  readonly address: Address;
  readonly pool: Pool;
  readonly pace: Pace;
  readonly slots: Slots;
  readonly #callersSignal: AbortSignal | undefined;
  readonly #stop = new AbortController();
  readonly #startedAt: number;
  #hurriedAnswerMs: number | undefined;
  readonly #counts = { requests: 0, throttled: 0, waitedMs: 0 };
  #tries = 0;

  constructor(options: SenderOptions) {
    this.settings = settingsOf(options);
    this.address = addressOf(options.baseUrl);
    // Whatever is under way listens to a signal of our own: the caller's may outlive the sender, and gets one listener.
    setMaxListeners(0, this.#stop.signal);
    this.pool = new Pool(this.address, options.proxy ?? proxyFor(options.baseUrl), {
      timeoutMs: this.settings.timeouts.connectMs,
      signal: this.#stop.signal,
      ...(options.ca === undefined ? {} : { secureContext: trusting(options.ca) }),
    });
    this.pace = new Pace(this.settings.clock, this.settings.intervalMs);
    this.slots = new Slots(this.settings.concurrency);
    this.#startedAt = this.settings.clock.now();
    this.#callersSignal = options.signal;
    this.#callersSignal?.addEventListener('abort', this.#abort, { once: true });
    if (this.#callersSignal?.aborted === true) this.#abort();
  }

  /** Whether the caller has ended it all. */
  get aborted(): boolean {
    return this.#stop.signal.aborted;
  }

  get counts(): SenderCounts {
    return { ...this.#counts, connections: this.pool.opened };
  }

  /** See Sender.hurry. */
  hurry(answerMs: number): void {
    this.#hurriedAnswerMs = Math.min(answerMs, this.#hurriedAnswerMs ?? answerMs);
  }

  get timeouts(): Timeouts {
    const { timeouts } = this.settings;
    return this.#hurriedAnswerMs === undefined
      ? timeouts
      : { ...timeouts, answerMs: Math.min(timeouts.answerMs, this.#hurriedAnswerMs) };
  }

  get maxTries(): number {
    const { maxTries } = this.settings.throttle;
    return this.#hurriedAnswerMs === undefined ? maxTries : Math.min(maxTries, 2);
  }

  /** Milliseconds since the sender was made. */
  elapsedMs(): number {
    return this.settings.clock.now() - this.#startedAt;
  }

  /** The number of the next try, whether or not it gets as far as the wire. */
  nextNumber(): number {
    this.#tries += 1;
    return this.#tries;
  }

  /** @param leaves requests of the budget that must be left for others. */
  isBudgetSpent(leaves = 0): boolean {
    return this.#counts.requests >= this.settings.maxRequests - leaves;
  }

  /** Counts a request about to be written; false, and not counted, when the budget is spent. */
  takeRequest(leaves = 0): boolean {
    if (this.isBudgetSpent(leaves)) return false;
    this.#counts.requests += 1;
    return true;
  }

  countWait(waitedMs: number): void {
    this.#counts.throttled += 1;
    this.#counts.waitedMs += waitedMs;
  }

  /** Turns away what waits, waits for what is under way, then closes every connection. */
  async close(): Promise<void> {
    await this.slots.close();
    this.pool.close();
    this.#callersSignal?.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => {
    void this.slots.close();
    this.pace.close();
    this.pool.abort();
    this.#stop.abort();
  };
}
