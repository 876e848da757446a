/** What all exchanges of one sender share: settings, connections, pace, and the counts. */
import type { SenderCounts } from '../../wire/exchange.js';
import { type Address, addressOf } from './address.js';
import { Cancellation } from './cancellation.js';
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
  readonly cancellation: Cancellation;
  readonly #startedAt: number;
  #hurriedAnswerMs: number | undefined;
  #tries = 0;
  #requests = 0;
  #throttled = 0;
  #waitedMs = 0;

  constructor(options: SenderOptions) {
    this.settings = settingsOf(options);
    this.address = addressOf(options.baseUrl);
    this.cancellation = new Cancellation(options.signal);
    const proxy = options.proxy ?? proxyFor(options.baseUrl);
    this.pool = new Pool(this.address, this.settings.timeouts.connectMs, this.cancellation, options.ca, proxy);
    this.pace = new Pace(this.settings.clock, this.settings.intervalMs);
    this.slots = new Slots(this.settings.concurrency);
    this.#startedAt = this.settings.clock.now();
    this.cancellation.onAbort(() => this.#abort());
    if (this.cancellation.aborted) this.#abort();
  }

  get counts(): SenderCounts {
    return {
      requests: this.#requests,
      throttled: this.#throttled,
      waitedMs: this.#waitedMs,
      connections: this.pool.opened,
    };
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
    return this.#requests >= this.settings.maxRequests - leaves;
  }

  /** Counts a request about to be written; false, and not counted, when the budget is spent. */
  takeRequest(leaves = 0): boolean {
    if (this.isBudgetSpent(leaves)) return false;
    this.#requests += 1;
    return true;
  }

  countWait(waitedMs: number): void {
    this.#throttled += 1;
    this.#waitedMs += waitedMs;
  }

  #abort(): void {
    this.slots.close();
    this.pace.close();
    this.pool.abort();
  }
}
