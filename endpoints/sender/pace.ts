/**
 * When the next request may go: a steady rate over all requests, and one hold for all of them when the service asks
 * one of them to wait, so that a service under load is not hammered by the others. Behind a hold the rate is half of
 * what it was and comes back little by little: what was too much once is not tried again at once.
 */
import type { Clock } from './clock.js';

interface Waiter {
  readonly cost: number;
  readonly arrivedAt: number;
  readonly resolve: (granted: boolean) => void;
}

/** Milliseconds of late timers that are made up for. */
const mostCatchUpMs = 100;
const mostSlowness = 8;
/** For each request: back at the full rate after some 70 of them. */
const recovery = 0.99;

export class Pace {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  /** Requests sent again go first: they have waited longest. */
  readonly #again: Waiter[] = [];
  readonly #line: Waiter[] = [];
  #nextAt = Number.NEGATIVE_INFINITY;
  #heldUntil = Number.NEGATIVE_INFINITY;
  /** How many times the interval is kept: 1 at the full rate. */
  #slowness = 1;
  #cancelTimer: (() => void) | undefined;
  #closed = false;

  /** @param intervalMs milliseconds between two requests; 0 for no pace. */
  constructor(clock: Clock, intervalMs: number) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
  }

  /**
   * Waits for the turn of a request, or of `cost` requests that go together; false when the pace was closed meanwhile.
   */
  turn(cost: number, again: boolean): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    return new Promise((resolve) => {
      (again ? this.#again : this.#line).push({ cost, arrivedAt: this.#clock.now(), resolve });
      this.#serve();
    });
  }

  /** Nobody goes before `ms` have passed; a longer hold already in force stays. */
  hold(ms: number): void {
    // Answers of the same burst tell the same: one hold slows down once.
    if (this.#clock.now() >= this.#heldUntil) this.#slowness = Math.min(this.#slowness * 2, mostSlowness);
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + ms);
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    for (const waiter of [...this.#again.splice(0), ...this.#line.splice(0)]) waiter.resolve(false);
  }

  #serve(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    for (;;) {
      const line = this.#again.length > 0 ? this.#again : this.#line;
      const waiter = line[0];
      if (waiter === undefined) return;
      const dueAt = Math.max(this.#nextAt, this.#heldUntil);
      const early = dueAt - this.#clock.now();
      if (early > 0) {
        // Whole milliseconds: timers know no smaller ones, and a rounded-down wait would come round twice.
        this.#cancelTimer = this.#clock.after(Math.ceil(early), () => this.#serve());
        return;
      }
      line.shift();
      // Counted from when it was due, not from when the timer fired, so that late timers do not slow the pace down; but a
      // process that stood still for long does not make up for it in one burst.
      const from = Math.max(dueAt, waiter.arrivedAt, this.#clock.now() - mostCatchUpMs);
      this.#nextAt = from + this.#intervalMs * this.#slowness * waiter.cost;
      this.#slowness = Math.max(1, this.#slowness * recovery);
      waiter.resolve(true);
    }
  }
}
