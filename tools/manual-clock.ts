/**
 * A clock for tests and measurements: time stands still until something waits for it, then jumps to when that is due.
 * Shared by a run and its mock, it makes what forgets with time forget the same on every machine, and at once.
 */
import type { Clock } from '../endpoints/sender/clock.js';

export class ManualClock implements Clock {
  /** The waits asked for, in milliseconds and in order. */
  readonly waits: number[] = [];
  #now = 0;
  readonly #wallStart: number;
  readonly #readingMs: number;

  /** @param readingMs what each look at the clock takes, so that work takes time and no two moments are one. */
  constructor(wallStart = 0, readingMs = 0) {
    this.#wallStart = wallStart;
    this.#readingMs = readingMs;
  }

  now(): number {
    this.#now += this.#readingMs;
    return this.#now;
  }

  wallMs(): number {
    return this.#wallStart + this.now();
  }

  after(ms: number, run: () => void): () => void {
    this.waits.push(ms);
    const due = this.#now + ms;
    const immediate = setImmediate(() => {
      this.#now = Math.max(this.#now, due);
      run();
    });
    return () => clearImmediate(immediate);
  }
}

/** As a quiet machine goes by: a request, whose sender and mock look at the clock some times, takes about a millisecond. */
export function clockOfRequests(): ManualClock {
  return new ManualClock(Date.now(), 0.2);
}
